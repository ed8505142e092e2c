; The Windows installer: for the person logged in, without administrator rights.
Unicode true
!include MUI2.nsh
Name "郑采台账"
OutFile "..\..\dist\zhengzhou-desk-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\ZhengzhouDesk"
; An upgrade goes where the version before stands.
InstallDirRegKey HKCU "Software\ZhengzhouDesk" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define MUI_ICON "app.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\zhengzhou-desk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "郑采台账"
VIAddVersionKey /LANG=2052 "CompanyName" "Zhengzhou Desk developers"
VIAddVersionKey /LANG=2052 "FileDescription" "郑采台账安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ZhengzhouDesk"

; A program that runs holds its files: Windows lets nobody open one of them for writing until it is closed.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  again:
  IfFileExists "$INSTDIR\zhengzhou-desk.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\zhengzhou-desk.exe" a
  IfErrors 0 closed
  IfSilent 0 ask
  SetErrorLevel 2
  Abort
  ask:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "郑采台账正在运行。请先关闭它，再点“重试”。" IDRETRY again
  SetErrorLevel 2
  Abort
  closed:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  Call WaitUntilClosed
  ; An older version's files go first; books are never kept in this folder.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "..\..\build\zhengzhou-desk\*"
  CreateShortcut "$DESKTOP\郑采台账.lnk" "$INSTDIR\zhengzhou-desk.exe"
  CreateShortcut "$SMPROGRAMS\郑采台账.lnk" "$INSTDIR\zhengzhou-desk.exe"
  WriteRegStr HKCU "Software\Classes\.zzd" "" "ZhengzhouDesk.Book"
  WriteRegStr HKCU "Software\Classes\ZhengzhouDesk.Book" "" "郑采台账账册"
  WriteRegStr HKCU "Software\Classes\ZhengzhouDesk.Book\DefaultIcon" "" '"$INSTDIR\zhengzhou-desk.exe",0'
  WriteRegStr HKCU "Software\Classes\ZhengzhouDesk.Book\shell\open\command" "" '"$INSTDIR\zhengzhou-desk.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "郑采台账"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Zhengzhou Desk developers"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" '"$INSTDIR\zhengzhou-desk.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegStr HKCU "Software\ZhengzhouDesk" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ; The desktop shows the icons of books only when it is told that they have changed.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
  Call un.WaitUntilClosed
  Delete "$DESKTOP\郑采台账.lnk"
  Delete "$SMPROGRAMS\郑采台账.lnk"
  ; Only what was installed: a person may have kept books beside it.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\zhengzhou-desk.exe"
  Delete "$INSTDIR\zhengzhou-desk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\.zzd"
  DeleteRegKey HKCU "Software\Classes\ZhengzhouDesk.Book"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\ZhengzhouDesk"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
