"""Takes over what Qt is asked to hand to the desktop: web addresses go to the link opener, folders to the file manager over the session bus."""

import sys

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from analyzer import offline
from desktop.links import Answer, LinkOpener

FILE_MANAGER = "org.freedesktop.FileManager1"


class SystemLinks(QObject):
    """Stands behind every ``QDesktopServices.openUrl`` of the process, so no page can start a browser past the opener's checks.

    A file manager started by Qt would inherit the lock, and the browser started from it too; asked over the bus, it is no child of ours.
    """

    link_failed = Signal(object)  # Answer, never OPENED
    folder_failed = Signal(str)

    def __init__(self, opener: LinkOpener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._schemes = {"https": "on_web", "http": "on_web"}
        if sys.platform == "linux" and offline.state().lock is offline.Lock.LOCKED:
            self._schemes["file"] = "on_file"

    def install(self) -> None:
        """Be asked from now on."""
        for scheme, method in self._schemes.items():
            QDesktopServices.setUrlHandler(scheme, self, method)  # type: ignore[arg-type]  # the stub says bytes, which it refuses

    def remove(self) -> None:
        """Let Qt do it itself again."""
        for scheme in self._schemes:
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def on_web(self, url: QUrl) -> None:
        """Open one web address if it is allowed."""
        answer = self._opener.open(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if answer is not Answer.OPENED:
            self.link_failed.emit(answer)

    @Slot(QUrl)
    def on_file(self, url: QUrl) -> None:
        """Show one folder; what is wrong is told later, as the file manager may have to start first."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # loads a library: only when needed

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self.folder_failed.emit(url.toLocalFile())
            return
        call = QDBusMessage.createMethodCall(FILE_MANAGER, "/org/freedesktop/FileManager1", FILE_MANAGER, "ShowFolders")
        call.setArguments([[url.toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.setProperty("folder", url.toLocalFile())
        watcher.finished.connect(self._on_file_answered)

    @Slot(QObject)
    def _on_file_answered(self, watcher: QObject) -> None:
        from PySide6.QtDBus import QDBusPendingCall

        assert isinstance(watcher, QDBusPendingCall)
        if watcher.isError():
            self.folder_failed.emit(str(watcher.property("folder")))
        watcher.deleteLater()
