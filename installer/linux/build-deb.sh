#!/bin/sh
# Builds packages in dist/ from this checkout, and proves the frozen program on the sample county:
# `sh installer/linux/build-deb.sh [debian] [uos]`, by default zhengzhou-desk_VERSION_ARCH.deb alone (see lay-out.sh).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"
build=${ZD_BUILD:-build}
tools=$build/tools
# The C library of UOS 20; on aarch64 that of Kylin V10, for no wheel of Qt there is content with less than 2.30.
case $(dpkg --print-architecture) in
amd64) newest=2.28 page='--page-size 4096' ;;
*) newest=2.31 page='' ;;
esac
frozen=$build/zhengzhou-desk
root=$build/deb
[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
"$tools/bin/python" -m pip install --quiet -r installer/requirements.txt
version=$("$tools/bin/python" -c 'import zhengzhou_desk; print(zhengzhou_desk.__version__)')

rm -rf "$frozen" "$root"
"$tools/bin/python" installer/freeze.py build_exe

# Parts of Qt that a desktop of ours never uses.
qt=$frozen/lib/PySide6/Qt
for part in qml translations/qtwebengine_locales plugins/sqldrivers plugins/tls plugins/networkinformation \
    plugins/designer plugins/qmltooling plugins/assetimporters plugins/sceneparsers libexec metatypes \
    plugins/wayland-decoration-client plugins/wayland-graphics-integration-client \
    plugins/wayland-graphics-integration-server plugins/wayland-shell-integration plugins/egldeviceintegrations \
    plugins/generic plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so plugins/platformthemes/libqgtk3.so \
    plugins/imageformats/libqpdf.so; do
    rm -rf "${qt:?}/$part"
done
# Under Wayland Qt takes xcb, by the X server that every desktop session of ours has.
find "$qt/plugins/platforms" -type f ! -name libqxcb.so ! -name libqoffscreen.so -delete
for module in Qml Quick Wayland WlShell EglF VirtualKeyboard Pdf Sql Test Designer Help LabsQml Network OpenGL; do
    rm -f "$qt"/lib/libQt6"$module"*
done
for picture in gif icns ico jpeg tga tiff wbmp webp; do rm -f "$qt/plugins/imageformats/libq$picture.so"; done
"$tools/bin/python" installer/linux/icu.py "$qt"/lib/libicudata.so.*
# Kinds of pictures that no document of ours has, the calculations that only some processors can do (there is another
# file for all), and reportlab's own example fonts.
rm -f "$frozen"/lib/PIL/_avif* "$frozen"/lib/PIL/_webp* "$frozen"/lib/PIL/_imagingft* "$frozen"/lib/PIL/_imagingcms* \
    "$frozen"/lib/PIL/_imagingtk*
for library in avif webp sharpyuv harfbuzz freetype lcms2 brotli png16; do
    rm -f "$frozen"/lib/pillow.libs/lib"$library"*
done
# Of Pillow the program writes charts as PNG, and reportlab asks for Image alone.
find "$frozen/lib/PIL" -name '*ImagePlugin.pyc' ! -name 'Png*' -delete
for part in _imagingmath _imagingmorph ImageCms ImageDraw ImageFont ImageGrab ImageMath ImageMorph ImageOps ImageQt \
    ImageShow ImageText ImageTk ImageTransform ImageWin PdfParser PSDraw features BdfFontFile PcfFontFile FontFile; do
    rm -f "$frozen"/lib/PIL/"$part"*
done
find "$frozen/lib/rapidfuzz" -name '*_avx2*.so' -delete
# Distances that are not asked for; rapidfuzz has them in Python too.
find "$frozen/lib/rapidfuzz/distance" -name '*_cpp*.so' -delete
rm -rf "$frozen/lib/tzdata" "$frozen"/lib/reportlab/fonts/* "$frozen"/lib/lxml/html "$frozen"/lib/lxml/includes \
    "$frozen"/lib/lxml/isoschematron "$frozen"/lib/lxml/objectify* "$frozen"/lib/lxml/builder* "$frozen"/lib/lxml/sax* \
    "$frozen"/lib/lxml/*.h "$frozen"/share/certs.pem "$frozen"/lib/docx/templates/default-docx-template
"$tools/bin/python" installer/fonts.py resources/fonts "$frozen/resources/fonts" "$build/fonts"
# mypy's own compiled half, which is installed beside the program's libraries for the tests alone.
find "$frozen/lib" -maxdepth 1 -name '*__mypyc*.so' -size +20M -delete
# What is read is the compiled catalogue.
find "$frozen/i18n" -name '*.po' -delete
find "$qt/translations" -type f ! -name 'qtbase_zh_CN.qm' -delete 2>/dev/null || true

# The libraries of Qt's xcb plugin that a fresh desktop may lack, found by the plugin beside Qt's own and by each other.
# libxkbcommon is not among them: every desktop has it, and that of Debian 12 needs a newer C library than Kylin's.
for library in libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-render-util.so.0 \
    libxcb-util.so.1 libxcb-xkb.so.1 libxcb-shape.so.0 libxcb-randr.so.0; do
    found=$(find /usr/lib /lib -name "$library" 2>/dev/null | head -n 1)
    [ -n "$found" ] || { echo "$library is not installed here; the package would lack it" >&2; exit 1; }
    cp -L "$found" "$qt/lib/$library"
    # Where it asks for none of the others nothing is written: that may cost 2 MB of zeros.
    if "$tools/bin/patchelf" --print-needed "$found" | grep -qE 'libxcb-(image|render-util|util)'; then
        # shellcheck disable=SC2086 # two words or none
        "$tools/bin/patchelf" $page --set-rpath '$ORIGIN' "$qt/lib/$library"
    fi
done

# Packed once, with all the rest, is tighter.
"$tools/bin/python" -c 'import sys, zipfile
name = sys.argv[1]
with zipfile.ZipFile(name) as packed:
    parts = [(part.filename, packed.read(part)) for part in packed.infolist()]
with zipfile.ZipFile(name, "w") as loose:
    for part, content in parts:
        loose.writestr(zipfile.ZipInfo(part), content)' "$frozen/lib/library.zip"
"$tools/bin/python" installer/linux/zeros.py "$frozen/lib"

# No file may need a newer C library than the systems have. cryptography comes in wheels for several; see
# CONTRIBUTING.md for what to do when this fails.
"$tools/bin/python" installer/linux/c_library.py "$frozen" "$newest"

# Proof: the frozen program does the whole job.
"$frozen/zhengzhou-desk" --version
"$frozen/zhengzhou-desk" --selftest
proof=$(mktemp -d)
QT_QPA_PLATFORM=offscreen "$frozen/zhengzhou-desk" demo --no-window --out "$proof"
# Charts go into an office system's file as pictures, by parts that only these need.
"$frozen/zhengzhou-desk" bulletin "$proof/示例县.zzd" --year 2026 --on 2026-03-31 --out "$proof/bulletin.docx"
echo "only to be opened again" >"$proof/password"
"$frozen/zhengzhou-desk" backup "$proof/示例县.zzd" --seal --password-file "$proof/password"
"$frozen/zhengzhou-desk" verify "$proof"/示例县_*_加密.zzd --password-file "$proof/password"
rm -rf "$proof"

mkdir -p dist
# The manual to hand out, written by the very program that it describes.
"$frozen/zhengzhou-desk" manual --out dist/zhengzhou-desk-manual-zh.pdf
"$frozen/zhengzhou-desk" --lang en manual --out dist/zhengzhou-desk-manual-en.pdf
for target in "${@:-debian}"; do
    named=$(sh installer/linux/lay-out.sh "$target" "$frozen" "$root" "$version" "$tools/bin/python")
    dpkg-deb --root-owner-group -Znone --build "$root" "$build/unpacked.deb"
    "$tools/bin/python" installer/linux/pack.py "$build/unpacked.deb" "dist/$named.deb"
    rm -r "$root" "$build/unpacked.deb"
done
