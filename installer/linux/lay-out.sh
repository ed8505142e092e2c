#!/bin/sh
# Lays out what a package holds: `sh installer/linux/lay-out.sh debian|uos FROZEN ROOT VERSION PYTHON`; prints its name.
#
# debian: the program in /opt/zhengzhou-desk, its entry, icon, kind of file and command where a desktop looks for them.
# uos: 统信's layout, everything under /opt/apps/APPID, nothing that changes the system, four parts in the version. Whoever
# hands it in at a store names an APPID of a domain of theirs in ZD_APPID.
set -eu
target=$1 frozen=$2 root=$3 version=$4 python=$5
here=$(dirname -- "$0")
architecture=$(dpkg --print-architecture)
name=zhengzhou-desk
rm -rf "$root"
case $target in
debian)
    program=/opt/$name
    share=$root/usr/share
    licences=$share/doc/$name/licences
    mkdir -p "$root/usr/bin" "$share/metainfo"
    ln -s "$program/zhengzhou-desk" "$root/usr/bin/zhengzhou-desk"
    cp "$here/zhengzhou-desk.metainfo.xml" "$share/metainfo/$name.metainfo.xml"
    ;;
uos)
    name=${ZD_APPID:-org.zhengzhoudesk.desk}
    version=$version.0
    program=/opt/apps/$name/files
    share=$root/opt/apps/$name/entries
    licences=$root$program/licences
    mkdir -p "$share"
    sed "s/@APPID@/$name/; s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/" "$here/info.json" \
        >"$root/opt/apps/$name/info"
    "$python" -m json.tool "$root/opt/apps/$name/info" >/dev/null
    ;;
*)
    echo "debian or uos, not $target" >&2
    exit 2
    ;;
esac

mkdir -p "$root$(dirname -- "$program")" "$root/DEBIAN" "$share/applications" "$share/icons/hicolor/scalable/apps" \
    "$share/mime/packages"
cp -a "$frozen" "$root$program"
sed "s#^Exec=.*#Exec=$program/zhengzhou-desk %f#; s#^Icon=.*#Icon=$name#" "$here/zhengzhou-desk.desktop" \
    >"$share/applications/$name.desktop"
cp "$here/zhengzhou-desk.xml" "$share/mime/packages/$name.xml"
cp "$here/../../resources/icons/app.svg" "$share/icons/hicolor/scalable/apps/$name.svg"
"$python" "$here/../licences.py" "$licences" >&2
[ "$target" = uos ] || cp "$licences/LICENCES.txt" "$licences/../copyright"

# What a desktop would not take is said now, where its own tools are.
! command -v desktop-file-validate >/dev/null || desktop-file-validate "$share/applications/$name.desktop" >&2
! command -v appstreamcli >/dev/null || [ "$target" = uos ] ||
    appstreamcli validate --no-net "$share/metainfo/$name.metainfo.xml" >&2

# Qt for aarch64 is newer made, and its xcb plugin speaks to the session.
c_library='libc6 (>= 2.28), libstdc++6'
[ "$architecture" != arm64 ] || c_library='libc6 (>= 2.30), libstdc++6 (>= 9.3), libsm6, libice6'

size=$(du -sk "$root" | cut -f1)
cat >"$root/DEBIAN/control" <<END
Package: $name
Version: $version
Architecture: $architecture
Maintainer: Zhengzhou Desk developers <maintainers@zhengzhou-desk.invalid>
Installed-Size: $size
Section: misc
Priority: optional
Depends: $c_library, libegl1, libgl1, libfontconfig1, libfreetype6, libglib2.0-0, libdbus-1-3, libx11-6, libx11-xcb1, libzstd1, zlib1g, libxkbcommon0, libxkbcommon-x11-0, libxcb1, libxcb-render0, libxcb-shm0, libxcb-sync1, libxcb-xfixes0
Description: 郑采台账 - reserves for produce from formerly poor counties
 Keeps, judges and reports a district's reserves; prints the official notices and the city's summary.
END
echo "${name}_${version}_$architecture"
