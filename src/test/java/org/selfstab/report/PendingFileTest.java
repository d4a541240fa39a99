package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    /** Its temporary name is nobody's business. */
    @Test
    void aFailureTellsTheFileThatWasToBe() {
        Path target = Path.of("/proc/file.txt");
        assumeThat(target.getParent()).isDirectory();
        assertThatThrownBy(() -> PendingFile.write(target, "new"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(target + ": ")
                .hasMessageNotContaining(".part");
        assertThatThrownBy(() -> PendingFile.write(folder, "new")).hasMessage(folder + ": it is a folder");
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

    private static final String LEFT = ".selfstab-01234567-89ab-cdef-0123-456789abcdef.part";

    @Test
    void removesWhatAKilledProcessLeftInTheFolder() throws IOException {
        Path left = Files.writeString(folder.resolve(LEFT), "half");
        PendingFile.write(folder.resolve("file.txt"), "new");

        assertThat(left).doesNotExist();
    }

    @Test
    void keepsWhatIsNotOfItsMaking() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "a stranger's");
        Path link = Files.createSymbolicLink(folder.resolve(LEFT), target);
        Path inner = Files.createDirectory(folder.resolve(LEFT.replace('0', '1')));
        Path other = Files.writeString(folder.resolve(".download.part"), "half");
        Path named = Files.writeString(folder.resolve("copy-of" + LEFT), "half");
        PendingFile.write(folder.resolve("file.txt"), "new");

        assertThat(List.of(target, link, inner, other, named))
                .allMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
        assertThat(target).hasContent("a stranger's");
    }

    @Test
    void keepsWhatThisProcessIsWriting() throws IOException {
        Path target = folder.resolve("inner/file.txt");
        try (PendingFile file = new PendingFile(target)) {
            file.writer().write("first");
            PendingFile.write(folder.resolve("inner/other.txt"), "other");
            PendingFile.write(
                    folder.resolve("inner").resolve("..").resolve("inner").resolve("third.txt"), "third");
            file.complete();
        }
        assertThat(target).hasContent("first");
    }

    @Test
    void aFolderMayBeReachedThroughALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        PendingFile.write(link.resolve("file.txt"), "new");

        assertThat(real.resolve("file.txt")).hasContent("new");
    }

    /** The place of a file may hold a link: the file takes its place, and what it leads to stays. */
    @Test
    void aLinkInItsPlaceIsNotFollowed() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "other");
        Path target = Files.createSymbolicLink(folder.resolve("file.txt"), other);
        PendingFile.write(target, "new");

        assertThat(other).hasContent("other");
        assertThat(target).isRegularFile().hasContent("new");
    }

    /** {@code --junit-xml /dev/stdout} of a root, as builds in containers are, would otherwise take it from all other programs. */
    @Test
    void aPipeStaysOneAndGetsWhatIsWritten() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        PendingFile.write(pipe, "new");

        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("new");
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
    }
}
