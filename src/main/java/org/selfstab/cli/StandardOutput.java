package org.selfstab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output, which remembers why it could not be written instead of throwing it at whoever prints: a command does its work to the end, files and
 * status, and then what is missing is told.
 */
final class StandardOutput extends OutputStream {

    private final OutputStream stream;
    private IOException failure;

    /** The output of this process. */
    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            stream.write(bytes, offset, length);
        } catch (IOException unwritable) {
            failure = unwritable;
        }
    }

    /** What is missing and why, in one line; nothing if all was written, or if the reader of a pipe has read what it wanted. */
    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(reason -> String.valueOf(reason.getMessage()))
                .filter(reason -> !reason.contains("Broken pipe"))
                .map(reason -> "selfstab: standard output cannot be written: " + reason
                        + "; send it to a file or terminal with enough space");
    }
}
