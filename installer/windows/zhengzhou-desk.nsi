; The Windows installer: for the person logged in, without administrator rights. /S installs in silence; it then waits
; 60 seconds, or /WAIT=SECONDS, for a program that is open, and ends with status 2 and nothing changed where it stays open.
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
Name "郑采台账"
BrandingText "郑采台账 ${VERSION}"
OutFile "..\..\dist\zhengzhou-desk-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\ZhengzhouDesk"
; An upgrade goes where the version before stands.
InstallDirRegKey HKCU "Software\ZhengzhouDesk" "InstallDir"
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true
SetCompressor /SOLID lzma
; Both programs bring the same modules: the second time they cost nothing where the first is still in sight.
SetCompressorDictSize 64
!define MUI_ICON "app.ico"
!define MUI_UNICON "app.ico"
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

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "郑采台账需要 64 位的 Windows 10 或更新的系统。" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; A program that runs holds its file: Windows lets nobody open it for writing until it is closed.
!macro WaitUntilClosed un
Function ${un}LookAt ; $1 is a program; $2 becomes 1 where it runs
  IfFileExists $1 0 free
  ClearErrors
  FileOpen $0 $1 a
  IfErrors 0 closed
  StrCpy $2 1
  Return
  closed:
  FileClose $0
  free:
FunctionEnd
Function ${un}WaitUntilClosed
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/WAIT=" $4
  IfErrors 0 +2
  StrCpy $4 60
  StrCpy $3 0
  again:
  StrCpy $2 0
  StrCpy $1 "$INSTDIR\zhengzhou-desk.exe"
  Call ${un}LookAt
  StrCpy $1 "$INSTDIR\zhengzhou-desk-cli.exe"
  Call ${un}LookAt
  StrCmp $2 0 free
  IfSilent 0 ask
  IntCmp $3 $4 leave 0 leave
  IntOp $3 $3 + 1
  Sleep 1000
  Goto again
  ask:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "郑采台账正在运行。请先关闭它，再点“重试”。" IDRETRY again
  leave:
  SetErrorLevel 2
  Abort
  free:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  Call WaitUntilClosed
  ; The new files first, all of them: where the disk is full the version before is still whole.
  RMDir /r "$INSTDIR\_new"
  SetOutPath "$INSTDIR\_new"
  ClearErrors
  File /r "..\..\build\zhengzhou-desk\*"
  IfErrors 0 unpacked
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_new"
  SetErrorLevel 1
  Abort "没有装成：文件写不进 $INSTDIR。磁盘可能已满。"
  unpacked:
  SetOutPath "$INSTDIR"
  ; An older version's files go; books are never kept in this folder.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\zhengzhou-desk.exe"
  Delete "$INSTDIR\zhengzhou-desk-cli.exe"
  ClearErrors
  Rename "$INSTDIR\_new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\_new\zhengzhou-desk.exe" "$INSTDIR\zhengzhou-desk.exe"
  Rename "$INSTDIR\_new\zhengzhou-desk-cli.exe" "$INSTDIR\zhengzhou-desk-cli.exe"
  IfErrors 0 placed
  SetErrorLevel 1
  Abort "没有装成：$INSTDIR 里的旧文件换不掉。请重新启动电脑，再装一次。"
  placed:
  RMDir "$INSTDIR\_new"
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
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegStr HKCU "Software\ZhengzhouDesk" "InstallDir" "$INSTDIR"
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
  RMDir /r "$INSTDIR\_new"
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
