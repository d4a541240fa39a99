package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Input or usage that cannot be worked with; the message is one line that tells the way out. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    /** A file that cannot be written; files that cannot be read are told as errors in the problem. */
    static InputException of(IOException failure) {
        String what = failure instanceof FileSystemException place && place.getReason() == null
                ? place.getFile() + ": " + reason(place)
                : String.valueOf(failure.getMessage());
        return new InputException(
                "--out: cannot write " + what.replaceAll("\\R+", " ") + "; give a folder that can be written to");
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return "it is there already and is no folder";
        }
        return failure instanceof AccessDeniedException
                ? "access denied"
                : failure.getClass().getSimpleName();
    }
}
