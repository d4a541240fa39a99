package org.selfstab.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A writer of ASCII that keeps the SHA-256 digest of what was written. */
final class DigestingWriter extends FilterWriter {

    private final MessageDigest digest;

    DigestingWriter(Writer writer) {
        super(writer);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void write(int character) throws IOException {
        write(new char[] {(char) character}, 0, 1);
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        write(new String(characters, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        digest.update(text.substring(offset, offset + length).getBytes(StandardCharsets.UTF_8));
        out.write(text, offset, length);
    }

    /** The digest so far, in hexadecimal digits; further text counts from here. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
