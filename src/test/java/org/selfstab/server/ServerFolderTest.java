package org.selfstab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ServerFolderTest {

    @TempDir
    private Path place;

    private Path folder() {
        return place.resolve(".selfstab-server");
    }

    @Test
    void onlyItsOwnerCanEnterItAndItGoesWithTheServer() throws Exception {
        try (ServerFolder taken = ServerFolder.take(place);
                RequestPipe pipe = taken.open("/here/selfstab.jar")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            assertThat(folder().resolve("program")).hasContent("/here/selfstab.jar");
            pipe.add(Request.INTERRUPT);
            RequestPipe.tell(folder().resolve("requests"), Request.RUN);
            assertThat(pipe.next()).isEqualTo(Request.INTERRUPT);
            assertThat(pipe.next()).isEqualTo(Request.RUN);
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void onlyOneServerHasIt() throws IOException {
        try (ServerFolder taken = ServerFolder.take(place)) {
            assertThat(taken.client()).isEmpty();
            assertThatThrownBy(() -> ServerFolder.take(place))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("a server of this folder runs already; selfstab serve --stop ends it");
        }
        ServerFolder.take(place).close();
    }

    @Test
    void whatAKilledServerLeftIsRemoved() throws Exception {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(folder().resolve("lock"));
        Files.createFile(folder().resolve("requests"));
        Files.createDirectory(folder().resolve("client"));
        Files.createFile(folder().resolve("client/status"));

        try (ServerFolder taken = ServerFolder.take(place)) {
            assertThat(taken.client()).isEmpty();
            assertThat(folder()).isDirectoryNotContaining(file -> !file.endsWith("lock"));
        }
    }

    @Test
    void aFolderThatOthersCanEnterIsRefused() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertRefused();
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void aLinkToElsewhereIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(folder(), elsewhere);
        assertRefused();
        assertThat(elsewhere).isEmptyDirectory();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> ServerFolder.take(place))
                .isInstanceOf(ServerException.class)
                .hasMessage(folder() + ": there already, and not made by selfstab; remove it");
    }

    @Test
    void aServerThatIsNotThereCannotBeStopped() throws IOException {
        assertNoneToStop();
        Files.createDirectory(folder());
        assertNoneToStop();
    }

    private void assertNoneToStop() {
        assertThatThrownBy(() -> ServerFolder.stop(place))
                .isInstanceOf(ServerException.class)
                .hasMessage(folder() + ": no server of this folder runs; selfstab serve starts one");
    }
}
