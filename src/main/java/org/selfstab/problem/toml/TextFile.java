package org.selfstab.problem.toml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.selfstab.vocabulary.GivenFile;
import org.selfstab.vocabulary.Location;

/** The text of a problem file or a statement file on disk. */
public final class TextFile {

    private static final int MAX_BYTES = 256 * 1024;
    private static final String EXTENSION = ".toml";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** The file's text; the kind of file, for instance {@code problem file}, is for messages. */
    public static String textOf(Path file, String kind) {
        return textOf(file, kind, MAX_BYTES);
    }

    /** The same up to another size. */
    public static String textOf(Path file, String kind, int maxBytes) {
        return textOf(file, file.toString(), kind, maxBytes);
    }

    /** The same of a file that messages call by another name. */
    public static String textOf(Path file, String shown, String kind, int maxBytes) {
        Location start = new Location(shown, 1, 1);
        GivenFile.require(file, start, kind);
        byte[] bytes = bytesOf(file, start, kind, maxBytes);
        if (bytes.length > maxBytes) {
            throw start.error("the file is larger than " + maxBytes / 1024 + " KiB", "a " + kind + " is short");
        }
        return decoded(shown, bytes);
    }

    /** A text without the byte order mark that some editors put first. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static byte[] bytesOf(Path file, Location start, String kind, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes + 1);
        } catch (IOException failure) {
            throw GivenFile.unreadable(failure, start, kind);
        }
    }

    private static String decoded(String shown, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            throw new Location(shown, line, text.length() - lineStart + 1)
                    .error("byte " + (in.position() + 1) + " of the file is not valid UTF-8", "save it as UTF-8");
        }
        return text;
    }

    /** A file's name without folder and extension, which names a folder of output files. */
    public static String problemName(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String name = last.endsWith(EXTENSION) ? last.substring(0, last.length() - EXTENSION.length()) : last;
        return name.replace(".", "").isBlank() ? "problem" : name;
    }
}
