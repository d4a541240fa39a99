package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.sweep.SweepJob;

class BuildFingerprintTest {

    @TempDir
    private Path folder;

    /** Files of a program: names and contents in turn. */
    private Path jar(String name, String... files) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < files.length; i += 2) {
                out.putNextEntry(new ZipEntry(files[i]));
                out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void aChangedClassChangesIt() throws IOException {
        String original = BuildFingerprint.digestOf(jar("a.jar", "p/A.class", "one", "p/B.class", "two"));
        assertThat(original).matches("[0-9a-f]{16}");
        assertThat(List.of(
                        BuildFingerprint.digestOf(jar("b.jar", "p/A.class", "one", "p/B.class", "2")),
                        BuildFingerprint.digestOf(jar("c.jar", "p/A.class", "one")),
                        BuildFingerprint.digestOf(jar("d.jar", "p/A.class", "two", "p/B.class", "one"))))
                .doesNotContain(original)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfAJarAndWhatIsNoClassDoNotCount() throws IOException {
        assertThat(BuildFingerprint.digestOf(
                        jar("a.jar", "p/B.class", "two", "META-INF/MANIFEST.MF", "today", "p/A.class", "one")))
                .isEqualTo(BuildFingerprint.digestOf(jar("b.jar", "p/A.class", "one", "p/B.class", "two")));
    }

    @Test
    void aFolderHasTheDigestOfAJarOfIt() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/p"));
        Files.writeString(classes.resolve("A.class"), "one");
        Files.writeString(classes.resolve("notes.txt"), "no class");
        assertThat(BuildFingerprint.digestOf(folder.resolve("classes")))
                .isEqualTo(BuildFingerprint.digestOf(jar("a.jar", "p/A.class", "one")));
    }

    @Test
    void knowsTheProgramThatRuns() {
        assertThat(BuildFingerprint.digestWith(BuildFingerprint.class))
                .isEqualTo(BuildFingerprint.digestWith(SweepJob.class))
                .isNotEqualTo(BuildFingerprint.digestWith(BuildFingerprintTest.class));
    }
}
