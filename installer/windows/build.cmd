@echo off
rem Builds dist\zhengzhou-desk-VERSION-setup.exe; needs Python 3.11-3.13 and NSIS on the PATH.
setlocal
cd /d "%~dp0..\.."
if not exist build\tools\Scripts\python.exe py -3 -m venv build\tools || exit /b 1
set python=build\tools\Scripts\python.exe
%python% -m pip install --quiet --require-hashes -r requirements.lock || exit /b 1
%python% -m pip install --quiet -r installer\requirements.txt || exit /b 1
for /f %%v in ('%python% -c "import zhengzhou_desk; print(zhengzhou_desk.__version__)"') do set version=%%v
%python% installer\windows\icon.py || exit /b 1
%python% -m PyInstaller --noconfirm --distpath build --workpath build\work installer\windows\zhengzhou-desk.spec || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe --version || exit /b 1
build\zhengzhou-desk\zhengzhou-desk-cli.exe demo --no-window --out build\proof || exit /b 1
echo only to be opened again>build\proof.txt
for %%f in (build\proof\*.zzd) do build\zhengzhou-desk\zhengzhou-desk-cli.exe backup "%%f" --seal --password-file build\proof.txt || exit /b 1
del build\proof.txt
rmdir /s /q build\proof
if not exist dist mkdir dist
makensis /DVERSION=%version% installer\windows\zhengzhou-desk.nsi || exit /b 1
