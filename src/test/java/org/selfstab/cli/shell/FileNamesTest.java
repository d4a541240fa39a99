package org.selfstab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheFolder() throws IOException {
        Files.createFile(folder.resolve("a.toml"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createDirectory(folder.resolve("b"));
        String here = folder + "/";

        assertThat(TerminalLines.FileNames.beginningWith(here)).containsExactlyInAnyOrder(here + "a.toml", here + "b/");
        assertThat(TerminalLines.FileNames.beginningWith(here + ".")).containsExactly(here + ".hidden");
        assertThat(TerminalLines.FileNames.beginningWith(here + "nowhere/x")).isEmpty();
        assertThat(TerminalLines.FileNames.beginningWith("sr")).contains("src/");
    }
}
