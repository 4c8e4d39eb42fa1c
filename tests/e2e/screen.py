# screen.py: what a desktop has beside a window manager: a size of text, shadows, pictures of windows
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes
import ctypes.util
import subprocess

ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2
REPLACE, APPEND = 0, 2


class XImage(ctypes.Structure):
    """The beginning of Xlib's structure of that name."""

    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int), ("bits_per_pixel", ctypes.c_int)]


class Screen:
    """The screen of the display, spoken to without any toolkit."""

    def __init__(self):
        name = ctypes.util.find_library("X11")
        if name is None:
            raise RuntimeError("there is no libX11 here")
        self.x = ctypes.CDLL(name)
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        for function in ("XInternAtom", "XDefaultRootWindow", "XCreateSimpleWindow"):
            getattr(self.x, function).restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(XImage)
        opened = self.x.XOpenDisplay(None)
        if not opened:
            raise RuntimeError("the display does not answer")
        self.display = ctypes.c_void_p(opened)
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))

    def atom(self, name):
        return ctypes.c_ulong(self.x.XInternAtom(self.display, name.encode(), 0))

    def change_property(self, name, kind, size, mode, data, count):
        self.x.XChangeProperty(self.display, self.root, self.atom(name), self.atom(kind), size, mode, data, count)
        self.x.XSync(self.display, 0)

    def set_text_size(self, percent):
        """How large programs that start from now on draw their texts."""
        resources = f"Xft.dpi:\t{96 * percent // 100}\n".encode()
        self.change_property("RESOURCE_MANAGER", "STRING", 8, REPLACE, resources, len(resources))

    def compose(self):
        """Says that there is a compositor and a window manager that knows of shadows, so that GTK draws them, and round
        corners. Nobody needs to compose: pictures are taken of single windows, with what is translucent in them."""
        owner = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, self.root, -10, -10, 1, 1, 0, 0, 0))
        self.x.XSetSelectionOwner(self.display, self.atom("_NET_WM_CM_S0"), owner, 0)
        self.change_property("_NET_SUPPORTED", "ATOM", 32, APPEND, ctypes.byref(self.atom("_GTK_FRAME_EXTENTS")), 1)

    def grab(self, window, width, height):
        """The pixels of a window: four bytes each, blue, green, red and opacity, the colours multiplied by it."""
        image = self.x.XGetImage(self.display, ctypes.c_ulong(window), 0, 0, width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            raise RuntimeError("the window cannot be read")
        content = image.contents
        if (content.depth, content.bits_per_pixel, content.byte_order) != (32, 32, 0):
            raise RuntimeError(f"windows here have no opacity (depth {content.depth})")
        pixels = ctypes.string_at(content.data, content.bytes_per_line * content.height)
        self.x.XDestroyImage(image)
        return pixels


def straighten(pixels):
    """The same pixels, their colours no longer multiplied by their opacity."""
    result = bytearray(pixels)
    for index, alpha in enumerate(pixels[3::4]):
        if 0 < alpha < 255:
            at = 4 * index
            for channel in range(at, at + 3):
                result[channel] = min(255, (result[channel] * 255 + alpha // 2) // alpha)
    return bytes(result)


def write(path, pixels, width, height):
    """Writes a PNG file, without the empty space around the shadow and without anything that changes from one time to the
    next."""
    subprocess.run(["convert", "-size", f"{width}x{height}", "-depth", "8", "bgra:-", "-fuzz", "3%", "-trim", "+repage",
                    # As good to the eye, in a third of the bytes.
                    "+dither", "-colors", "256", "-strip",
                    "-define", "png:exclude-chunks=date,time", "-define", "png:compression-level=9",
                    "-define", "png:compression-filter=5", f"png:{path}"],
                   input=straighten(pixels), check=True)
