package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {

    @TempDir
    private Path folder;

    @Test
    void appearsOnlyWhenComplete() throws IOException {
        Path target = folder.resolve("a/b/file.txt");
        try (PendingFile file = new PendingFile(target)) {
            file.writer().write("whole");
            assertThat(target).doesNotExist();
            file.complete();
            assertThat(target).hasContent("whole");
        }
        assertThat(target.getParent()).isDirectoryContaining(target::equals);
        try (var files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void nothingStaysWhenItIsNotCompleted() throws IOException {
        Path target = folder.resolve("file.txt");
        Files.writeString(target, "earlier");
        try (PendingFile file = new PendingFile(target)) {
            file.writer().write("half");
            file.writer().flush();
        }
        assertThat(target).hasContent("earlier");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void anEarlierFileIsReplacedWhole() throws IOException {
        Path target = folder.resolve("file.txt");
        Files.writeString(target, "earlier and longer");
        PendingFile.write(target, "new");
        assertThat(target).hasContent("new");
    }

    /** Others may read what the user's own files may be read by; temporary files of the JDK are for the owner only. */
    @Test
    void permissionsAreThoseOfAnyNewFile() throws IOException {
        Path target = folder.resolve("file.txt");
        Path plain = Files.writeString(folder.resolve("plain.txt"), "");
        PendingFile.write(target, "new");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aFileWhereAFolderShouldBeIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> PendingFile.write(file.resolve("target.txt"), "text"))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("");
    }

    @Test
    void aFolderInItsPlaceIsAnErrorThatLeavesNothing() throws IOException {
        Path target = folder.resolve("file.txt");
        Files.createDirectories(target.resolve("inside"));
        assertThatThrownBy(() -> PendingFile.write(target, "text")).isInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }
}
