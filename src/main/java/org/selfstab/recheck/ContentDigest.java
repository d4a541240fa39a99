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

    private ContentDigest() {}

    /**
     * Whether a file's digest is that of its content.
     *
     * @throws CertificateException if it cannot be read or is too large
     */
    static boolean matches(Path file) {
        try {
            long size = Files.size(file);
            if (!Files.isRegularFile(file) || size > LARGEST_FILE) {
                throw new CertificateException(
                        Location.startOf(file), "no file of at most " + LARGEST_FILE + " bytes", "give a certificate");
            }
            return size >= LAST_LINE && matches(file, size - LAST_LINE);
        } catch (IOException unreadable) {
            throw new CertificateException(
                    Location.startOf(file), "cannot be read", "give a certificate.json that certify --out wrote");
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
