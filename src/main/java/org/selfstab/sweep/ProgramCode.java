package org.selfstab.sweep;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Tells programs of the same version that compute differently: a digest of their classes, for a jar from the checksums in its directory,
 * without reading the classes. Builds of the same sources with the same libraries have the same.
 */
public final class ProgramCode {

    private static final int DIGITS = 16;

    private ProgramCode() {}

    /**
     * The digest of the jar or the folder that a class was loaded from.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String digestWith(Class<?> member) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        try {
            return digestOf(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("no place of code: " + source.getLocation(), impossible);
        }
    }

    /**
     * The digest of all classes in a jar or a folder, 16 hexadecimal digits.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static String digestOf(Path code) {
        try {
            List<String> classes = Files.isDirectory(code) ? classesIn(code) : classesOfJar(code);
            Hasher hasher = Hashing.sha256().newHasher();
            classes.stream().sorted().forEach(line -> hasher.putString(line + "\n", StandardCharsets.UTF_8));
            return hasher.hash().toString().substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> classesOfJar(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> line(entry.getName(), entry.getCrc()))
                    .toList();
        }
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> line(folder.relativize(file).toString().replace('\\', '/'), crcOf(file)))
                    .toList();
        }
    }

    private static long crcOf(Path file) {
        try {
            return Integer.toUnsignedLong(
                    Hashing.crc32().hashBytes(Files.readAllBytes(file)).asInt());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String line(String name, long crc) {
        return name + " " + Long.toHexString(crc);
    }
}
