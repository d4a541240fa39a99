package org.selfstab.cli.shell;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The lines of a file or pipe, in UTF-8, ended by LF or CR LF. A line too long is skipped; what is no text ends them. */
public final class StreamLines implements LineSource {

    /** As long as a command of a usual system may be. */
    static final int MAX_BYTES = 1 << 20;

    private static final int END = -1;

    private final InputStream bytes;
    private final String name;
    private boolean atEnd;

    /**
     * The lines of a stream, which stays open.
     *
     * @param name what the stream is called in messages
     */
    public StreamLines(InputStream bytes, String name) {
        this.bytes = new BufferedInputStream(bytes);
        this.name = name;
    }

    @Override
    public Optional<String> next() throws LineException {
        try {
            return atEnd ? Optional.empty() : read();
        } catch (IOException unreadable) {
            atEnd = true;
            throw new LineException(1, "cannot be read: " + unreadable.getMessage(), "give commands, one on each line");
        }
    }

    private Optional<String> read() throws IOException, LineException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int length = 0;
        int next = bytes.read();
        for (; next != '\n' && next != END; next = bytes.read()) {
            if (length++ < MAX_BYTES) {
                line.write(next);
            }
        }
        atEnd = next == END;
        if (length > MAX_BYTES) {
            throw new LineException(
                    MAX_BYTES + 1, "the line is longer than " + MAX_BYTES + " bytes", "write it as several commands");
        }
        return atEnd && length == 0 ? Optional.empty() : Optional.of(text(line.toByteArray()));
    }

    private String text(byte[] line) throws LineException {
        CharBuffer text = CharBuffer.allocate(line.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line), text, true);
        text.flip();
        if (result.isError()) {
            throw noText(text.length());
        }
        String decoded = text.toString();
        String whole = decoded.endsWith("\r") ? decoded.substring(0, decoded.length() - 1) : decoded;
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isISOControl(whole.charAt(i)) && whole.charAt(i) != '\t') {
                throw noText(i);
            }
        }
        return whole;
    }

    private LineException noText(int position) {
        atEnd = true;
        return new LineException(position + 1, "this is not valid UTF-8 text", "give commands, one on each line");
    }

    @Override
    public String error(int line, LineException wrong) {
        return place(line, wrong.column()) + wrong.getMessage();
    }

    @Override
    public String ended(int line, int column, int status) {
        return place(line, column) + "exit status " + status;
    }

    private String place(int line, int column) {
        return name + ":" + line + ":" + column + ": ";
    }

    /** An interrupt ends the program, as it ends any command. */
    @Override
    public int run(IntSupplier command) {
        return command.getAsInt();
    }

    @Override
    public void close() {
        // the stream is not ours
    }
}
