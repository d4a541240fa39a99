@echo off
rem Starts selfstab on Windows: selfstab.jar is beside this file. Options for Java go into SELFSTAB_JAVA_OPTIONS, for instance -Xmx8g.
setlocal
set "SELFSTAB_HOME=%~dp0"
if defined JAVA_HOME (set "SELFSTAB_JAVA=%JAVA_HOME%\bin\java.exe") else (set "SELFSTAB_JAVA=java.exe")
where /q "%SELFSTAB_JAVA%" 2>nul || if not exist "%SELFSTAB_JAVA%" goto nojava
if not defined SELFSTAB_JAVA_OPTIONS set "SELFSTAB_JAVA_OPTIONS=-XX:+UseParallelGC -Xms64m -XX:NewSize=40m -XX:GCTimeRatio=19"
rem From Java 19 on, Java makes a class-data archive by itself at the end of the first run; earlier ones know no such option and do without.
set "SELFSTAB_ARCHIVE=%LOCALAPPDATA%\selfstab"
if not exist "%SELFSTAB_ARCHIVE%" mkdir "%SELFSTAB_ARCHIVE%" 2>nul
"%SELFSTAB_JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%SELFSTAB_ARCHIVE%\selfstab.jsa" -Xshare:auto -Xlog:disable -Xlog:all=error,cds*=off:stderr %SELFSTAB_JAVA_OPTIONS% -cp "%SELFSTAB_HOME%selfstab.jar" org.selfstab.cli.Main %*
exit /b %ERRORLEVEL%
rem Outside of any parentheses, which those of a folder like Program Files (x86) would close.
:nojava
echo selfstab: no Java at '%SELFSTAB_JAVA%'; install Java 17 or later, or set JAVA_HOME 1>&2
exit /b 2
