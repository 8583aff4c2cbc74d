@echo off
rem Runs a Practicewatch job from any directory:  practicewatch nightly
rem Builds the program first where its source is new or has changed.
rem
rem   PRACTICEWATCH_JAVA_HOME  the Java to use, where it is not JAVA_HOME or the one on the PATH
rem   PRACTICEWATCH_JAVA_OPTS  more options for Java, such as -Xmx4g
setlocal EnableExtensions DisableDelayedExpansion

set "PW_HOME=%~dp0"
set "PW_HOME=%PW_HOME:~0,-1%"
set "PW_TARGET=%PW_HOME%\target"
set "PW_JAR=%PW_TARGET%\practicewatch.jar"
set "PW_LOCK=%PW_TARGET%\building"

rem --- Which Java, and which version of it ---

if defined PRACTICEWATCH_JAVA_HOME set "JAVA_HOME=%PRACTICEWATCH_JAVA_HOME%"
set "PW_JAVA=java"
if defined JAVA_HOME set "PW_JAVA=%JAVA_HOME%\bin\java.exe"
"%PW_JAVA%" -version >nul 2>&1
if errorlevel 1 goto no_java
set "PW_VERSION="
for /f "usebackq tokens=1-3" %%a in (`""%PW_JAVA%" -version 2>&1"`) do if "%%b"=="version" set "PW_VERSION=%%~c"
if not defined PW_VERSION goto no_java
for /f "tokens=1 delims=.-+" %%m in ("%PW_VERSION%") do set "PW_MAJOR=%%m"
if %PW_MAJOR% LSS 17 goto old_java

rem --- Build, where there is something to build ---

if not exist "%PW_HOME%\pom.xml" goto packaged
if exist "%PW_LOCK%" goto take_lock
call :up_to_date
if not errorlevel 1 goto start

:take_lock
if not exist "%PW_TARGET%" mkdir "%PW_TARGET%"
set "PW_WAITED=0"
:try_lock
mkdir "%PW_LOCK%" 2>nul
if not errorlevel 1 goto locked
if %PW_WAITED%==0 echo Waiting for another start of Practicewatch, which is building it...>&2
set /a PW_WAITED+=1 >nul
if %PW_WAITED% GTR 900 goto stale_lock
ping -n 2 127.0.0.1 >nul
goto try_lock

:locked
call :up_to_date
if not errorlevel 1 goto built
where mvn >nul 2>&1
if errorlevel 1 goto no_maven
if exist "%PW_TARGET%\lib" goto say_again
echo Building Practicewatch (first time: a few minutes)...>&2
goto build
:say_again
echo Building Practicewatch (its source has changed)...>&2
:build
del /q "%PW_JAR%" "%PW_TARGET%\practicewatch-*.jsa" 2>nul
pushd "%PW_HOME%"
call mvn -q -B -Dquick -Dmaven.test.skip=true package >"%PW_TARGET%\build.log" 2>&1 <nul
set "PW_STATUS=%ERRORLEVEL%"
popd
if not "%PW_STATUS%"=="0" goto build_failed
:built
rmdir "%PW_LOCK%"
goto start

:packaged
if exist "%PW_JAR%" goto start
set "PW_TARGET=%PW_HOME%"
set "PW_JAR=%PW_HOME%\practicewatch.jar"
if not exist "%PW_JAR%" goto no_jar

rem --- Start it ---

:start
rem The first night leaves an archive of the classes it loaded; everything starts faster with it.
set "PW_ARCHIVE=%PW_TARGET%\practicewatch-%PW_VERSION%.jsa"
set PW_SHARE=-Xshare:auto
if exist "%PW_ARCHIVE%" set PW_SHARE="-XX:SharedArchiveFile=%PW_ARCHIVE%"
if not exist "%PW_ARCHIVE%" if "%~1"=="nightly" set PW_SHARE="-XX:ArchiveClassesAtExit=%PW_ARCHIVE%"
"%PW_JAVA%" -Xshare:auto %PW_SHARE% -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -Xms200m -Xmn96m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:GCTimeRatio=4 -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Dpracticewatch.home=%PW_HOME%" %PRACTICEWATCH_JAVA_OPTS% -cp "%PW_JAR%" org.practicewatch.Application %*
exit /b %ERRORLEVEL%

:up_to_date
if not exist "%PW_JAR%" exit /b 1
if not exist "%PW_TARGET%\lib" exit /b 1
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:PW_JAR).LastWriteTimeUtc; $source = @(Get-Item -LiteralPath ($env:PW_HOME + '\pom.xml')) + @(Get-ChildItem -LiteralPath ($env:PW_HOME + '\src\main') -Recurse); if ($source | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 }"
exit /b %ERRORLEVEL%

:no_java
echo Practicewatch needs Java 17 or newer, and there is none on the PATH or at JAVA_HOME.>&2
exit /b 1

:old_java
echo Practicewatch needs Java 17 or newer; the one found is %PW_VERSION%.>&2
exit /b 1

:no_jar
echo There is neither practicewatch.jar nor its source in "%PW_HOME%".>&2
exit /b 1

:no_maven
rmdir "%PW_LOCK%"
echo Practicewatch must be built first, which needs Maven: there is no mvn on the PATH.>&2
exit /b 1

:stale_lock
echo The build has not ended in a quarter of an hour. If none is running, delete "%PW_LOCK%".>&2
exit /b 1

:build_failed
del /q "%PW_JAR%" 2>nul
rmdir "%PW_LOCK%"
type "%PW_TARGET%\build.log" >&2
echo Practicewatch could not be built: Maven's reasons are above.>&2
exit /b 1
