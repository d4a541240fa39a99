package org.selfstab.run;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.selfstab.vocabulary.Digits;

/**
 * Tells programs of the same version that compute differently: a digest of their classes, for a jar from the checksums in its directory,
 * without reading the classes. Builds of the same sources with the same libraries have the same.
 */
public final class BuildFingerprint {

    private BuildFingerprint() {}

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
     * The digest of all classes in a jar or a folder, 16 hexadecimal digits; their order does not count.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static String digestOf(Path code) {
        try {
            return String.format(Digits.LOCALE, "%016x", Files.isDirectory(code) ? sumOfFolder(code) : sumOfJar(code));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A plain loop, since a jar with its libraries has tens of thousands of classes. */
    private static long sumOfJar(Path jar) throws IOException {
        long sum = 0;
        try (ZipFile file = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                sum += summand(entry.getName(), entry.getCrc());
            }
        }
        return sum;
    }

    private static long sumOfFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(
                            file -> summand(folder.relativize(file).toString().replace('\\', '/'), crcOf(file)))
                    .sum();
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

    /** What a file adds: name and checksum, mixed by the end of MurmurHash3 so that exchanged contents make a difference. */
    private static long summand(String name, long crc) {
        if (!name.endsWith(".class")) {
            return 0;
        }
        long bits = ((long) name.hashCode() << Integer.SIZE) | crc;
        bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return bits ^ (bits >>> 33);
    }
}
