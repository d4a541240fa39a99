package org.selfstab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.selfstab.vocabulary.Digits;

/** Fields as one line of text, separated by tabs and ended by the CRC-32 of all before it, so that a line that was cut is known. */
public final class CheckedLine {

    private CheckedLine() {}

    /**
     * The line, without a line break.
     *
     * @param fields at least one, each without tabs and line breaks
     */
    public static String write(List<String> fields) {
        String content = String.join("\t", fields);
        return content + "\t" + checksum(content);
    }

    /** The fields of a line; empty if the line is damaged. */
    public static Optional<List<String>> read(String line) {
        int end = line.lastIndexOf('\t');
        return end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))
                ? Optional.empty()
                : Optional.of(List.of(line.substring(0, end).split("\t", -1)));
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(UTF_8));
        return String.format(Digits.LOCALE, "%08x", crc.getValue());
    }

    /** Without tabs and line breaks. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** What was escaped. */
    public static String plain(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                i++;
                char code = escaped.charAt(i);
                text.append(code == 't' ? '\t' : code == 'n' ? '\n' : code == 'r' ? '\r' : code);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
