package org.selfstab.recheck;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.selfstab.vocabulary.GivenFile;
import org.selfstab.vocabulary.Location;

/** The last line of a certificate, {@code "sha256":"..."}}, holds the digest of all bytes before it. */
final class ContentDigest {

    /** The largest certificate that is read. */
    static final long LARGEST_FILE = 1L << 30;

    private static final String BEFORE = "\"sha256\":\"";
    private static final String AFTER = "\"}\n";
    private static final int HEX_DIGITS = 64;
    private static final int LAST_LINE = BEFORE.length() + HEX_DIGITS + AFTER.length();
    private static final int CHUNK = 1 << 16;

    /** What is expected of a file. */
    static final String CERTIFICATE = "certificate that certify, certify-cycle or certify-box --out wrote";

    private ContentDigest() {}

    /**
     * Whether a file's digest is that of its content.
     *
     * @throws CertificateException if it is too large
     * @throws org.selfstab.vocabulary.SelfstabException if it cannot be read
     */
    static boolean matches(Path file) {
        GivenFile.require(file, Location.startOf(file), CERTIFICATE);
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new CertificateException(
                        Location.startOf(file),
                        "the file is larger than " + (LARGEST_FILE >> 20) + " MiB",
                        "certify fewer steps");
            }
            return size >= LAST_LINE && matches(file, size - LAST_LINE);
        } catch (IOException failure) {
            throw GivenFile.unreadable(failure, Location.startOf(file), CERTIFICATE);
        }
    }

    private static boolean matches(Path file, long length) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (long left = length; left > 0; ) {
                int read = input.read(chunk, 0, (int) Math.min(CHUNK, left));
                if (read < 0) {
                    throw new EOFException();
                }
                digest.update(chunk, 0, read);
                left -= read;
            }
            String expected = BEFORE + HexFormat.of().formatHex(digest.digest()) + AFTER;
            return new String(input.readAllBytes(), StandardCharsets.US_ASCII).equals(expected);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
