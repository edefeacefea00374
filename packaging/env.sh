# Sets up all that Kithmap needs to run or to be tested. Sourced by ./run, ./test and .ci/run, which set $root first. POSIX sh.
# It says in one line what it does, and only when it does something: a second run touches neither pip nor apt.

venv=$root/.venv
venv_python=$venv/bin/python
local_libs=$root/.qt-libs # for those who may not install system packages

# soname:package on Debian 12, as ldd of the wheels tells (PySide6-Essentials 6.11.3)
libs_offscreen='libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0 libxkbcommon.so.0:libxkbcommon0
    libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1'
libs_x11='libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1
    libxkbcommon-x11.so.0:libxkbcommon-x11-0'
libs_wayland='libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1'

unset PYTHONHOME PYTHONPATH
case ${LC_ALL:-} in C | POSIX) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;; esac # Qt and file names need UTF-8

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "Kithmap cannot be set up: $*"
    exit 1
}

# prepare run|test none|x11|wayland|both|mac: after it $venv_python can run Kithmap (or its tests) on that kind of screen.
prepare() {
    kind=$1 screen_kind=$2
    use_local_libs
    if venv_is_ready "$kind"; then
        python=$venv_python
    else
        find_python
    fi
    install_system_packages
    venv_is_ready "$kind" || make_venv "$kind"
}

# Runs "$@" without a word; when it fails, shows the end of what it said and returns its status.
quietly() {
    output=$(mktemp)
    status=0
    "$@" > "$output" 2>&1 < /dev/null || status=$?
    [ "$status" -eq 0 ] || tail -n 15 "$output" >&2
    rm -f "$output"
    return "$status"
}

# --- Python and its packages ---

find_python() {
    for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null && return
    done
    stop "it needs Python 3.11 or newer, and this machine has $(python3 --version 2> /dev/null || echo no python3)."
}

lock_of() {
    case $1 in
        run) echo "$root/packaging/requirements.lock" ;;
        test) echo "$root/packaging/requirements-dev.lock" ;;
    esac
}

# One line per lock that the venv satisfies; it holds Python's version, because a system upgrade pulls the venv's Python from under it.
stamp_of() {
    version=$("$venv_python" -c 'import sys; print(*sys.version_info[:2], sep=".")' 2> /dev/null) || return 1
    echo "$1 $(cksum < "$(lock_of "$1")" | tr ' ' '-') $version"
}

venv_is_ready() {
    [ -f "$venv/kithmap-stamp" ] && wanted_stamp=$(stamp_of "$1") && grep -qxF "$wanted_stamp" "$venv/kithmap-stamp"
}

make_venv() {
    [ -w "$root" ] || stop "the folder $root cannot be written by $(id -un)."
    if ! "$venv_python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || ! venv_can_install; then
        say "Making a Python environment in .venv ..."
        if has_ensurepip; then
            quietly "$python" -m venv --clear "$venv" || stop "python3 -m venv did not work (its last words are above)."
        else # install_system_packages has put a pip wheel into .qt-libs
            quietly "$python" -m venv --clear --without-pip "$venv" || stop "python3 -m venv did not work (its last words are above)."
        fi
    fi
    say "Fetching the Python packages of $(basename "$(lock_of "$1")") (about 80 MB) ..."
    run_pip install --require-hashes --only-binary :all: -r "$(lock_of "$1")" ||
        stop "pip could not install the packages (its last words are above); the first run needs a network."
    [ "$1" = run ] || stamp_of run > "$venv/kithmap-stamp.new" # the tests' lock holds everything of the other
    stamp_of "$1" >> "$venv/kithmap-stamp.new"
    mv "$venv/kithmap-stamp.new" "$venv/kithmap-stamp"
}

run_pip() {
    if "$venv_python" -c 'import pip' 2> /dev/null; then
        quietly "$venv_python" -m pip --quiet --disable-pip-version-check --no-input "$@"
    else
        quietly "$venv_python" "$(pip_wheel)/pip" --quiet --disable-pip-version-check --no-input "$@"
    fi
}

venv_can_install() { "$venv_python" -c 'import pip' 2> /dev/null || [ -n "$(pip_wheel)" ]; }

pip_wheel() { find "$local_libs/usr/share/python-wheels" -name 'pip-*.whl' 2> /dev/null; }

# Debian cuts ensurepip out of python3; venv then makes half an environment and fails.
has_ensurepip() { "$python" -c 'import ensurepip' 2> /dev/null; }

# --- System libraries ---

# Prints the packages for those of the "soname:package" arguments that cannot be loaded.
missing_of() {
    "$python" - "$@" << 'END'
import ctypes, sys
for soname, package in (pair.split(":") for pair in sys.argv[1:]):
    try:
        ctypes.CDLL(soname)
    except OSError:
        print(package)
END
}

# Sets $needed (nothing works without) and $wished (only the tests' window on a virtual screen does not work without).
find_missing_packages() {
    case $screen_kind in # word splitting is wanted in all of these
        none) needed=$(missing_of $libs_offscreen) ;;
        x11) needed=$(missing_of $libs_offscreen $libs_x11) ;;
        wayland) needed=$(missing_of $libs_offscreen $libs_wayland) ;;
        both) needed=$(missing_of $libs_offscreen $libs_x11 $libs_wayland) ;;
    esac
    wished=
    if [ "$kind" = test ]; then
        wished=$(missing_of $libs_x11)
        command -v Xvfb > /dev/null || wished="$wished xvfb"
    fi
    venv_is_ready "$kind" || venv_can_install || has_ensurepip ||
        needed="$needed $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
}

install_system_packages() {
    [ "$(uname)" = Linux ] || return 0
    find_missing_packages
    [ -n "$needed$wished" ] || return 0
    packages=$(echo $needed $wished)
    if ! command -v apt-get > /dev/null; then
        [ -z "$needed" ] || stop "these libraries are missing (named as in Debian); please install them and try again: $(echo $needed)"
    elif [ "$(id -u)" -eq 0 ]; then
        say "Installing system packages: $packages ..."
        apt_install $packages || [ -z "$needed" ] || stop "apt-get could not install them (its last words are above)."
    elif may_use_sudo && say "Installing system packages ..." && apt_install $packages; then
        :
    elif [ -n "$needed" ]; then
        fetch_packages $needed
    fi
    find_missing_packages
    needed=$(echo "$needed" | sed 's/python3[.0-9]*-venv//')
    [ -z "$(echo $needed)" ] || stop "these system packages are still missing: $(echo $needed)"
}

may_use_sudo() {
    command -v sudo > /dev/null && [ -t 0 ] && [ -t 2 ] || return 1
    printf 'Kithmap needs these system packages: %s\nInstall them with "sudo apt-get install"? [Y/n] ' "$packages" >&2
    read -r answer || return 1
    case $answer in [Nn]*) return 1 ;; esac
    sudo -v
}

apt_install() {
    as_root='env DEBIAN_FRONTEND=noninteractive'
    [ "$(id -u)" -eq 0 ] || as_root="sudo $as_root"
    # --no-upgrade: what is already there stays as it is
    quietly $as_root apt-get -q update && quietly $as_root apt-get -q install -y --no-install-recommends --no-upgrade "$@"
}

# Without root: the same packages are unpacked into .qt-libs, where only Kithmap sees them.
fetch_packages() {
    command -v dpkg-deb > /dev/null && mkdir -p "$local_libs/apt/lists/partial" "$local_libs/apt/archives/partial" ||
        stop "these system packages are missing: $*"
    say "Without administrator rights: unpacking system libraries into .qt-libs ..."
    cd "$local_libs/apt/archives"
    # mesa's drivers and their compiler are the larger half and only serve OpenGL, which Kithmap does not use
    quietly user_apt update &&
        names=$(user_apt --simulate --no-install-recommends install $* python3-pip-whl 2> /dev/null < /dev/null |
            sed -n 's/^Inst \([^ ]*\).*/\1/p' | grep -v -E '^(libllvm|libz3|libgl1-mesa-dri)') &&
        quietly user_apt download $names ||
        stop "these system packages are missing and could not be fetched; please have them installed: $*"
    for package in ./*.deb; do
        dpkg-deb -x "$package" "$local_libs" || stop "the package $package could not be unpacked."
    done
    cd "$root"
    rm -rf "$local_libs/apt"
    use_local_libs
}

user_apt() {
    apt-get -q -o "Dir::State::lists=$local_libs/apt/lists" -o "Dir::Cache=$local_libs/apt" -o "Dir::Cache::archives=$local_libs/apt/archives" "$@"
}

use_local_libs() {
    [ -d "$local_libs/usr/lib" ] || return 0
    for folder in "$local_libs"/usr/lib/*-linux-gnu "$local_libs"/lib/*-linux-gnu; do
        [ ! -d "$folder" ] || LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    done
    export LD_LIBRARY_PATH
    if [ ! -e /etc/fonts/fonts.conf ]; then
        [ -e "$local_libs/fonts.conf" ] || cat > "$local_libs/fonts.conf" << 'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">usr/share/fonts</dir><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
END
        export FONTCONFIG_FILE="$local_libs/fonts.conf"
    fi
    [ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="$local_libs/usr/share/X11/xkb"
}
