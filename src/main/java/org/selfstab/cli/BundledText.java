package org.selfstab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts that lie in the jar. */
final class BundledText {

    private BundledText() {}

    /**
     * One of them.
     *
     * @param name its place beside this class, or from the root of the jar if it begins with a slash
     */
    static String of(String name) throws IOException {
        try (InputStream file = BundledText.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
