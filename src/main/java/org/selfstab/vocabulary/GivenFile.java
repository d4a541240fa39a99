package org.selfstab.vocabulary;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file that a user gives cannot be read: the same words whatever is to be read. */
public final class GivenFile {

    private GivenFile() {}

    /**
     * Refuses what is there but no file. A pipe, which may never end nor give a first byte, is none.
     *
     * @param start the file's first place, by the name that messages call it
     * @param kind what is expected there, for instance {@code problem file}
     * @throws SelfstabException if it is a folder, a pipe or a device
     */
    public static void require(Path file, Location start, String kind) {
        if (Files.isDirectory(file)) {
            throw start.error("this is a folder", "give a " + kind);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw start.error("this is a pipe or a device", "give a file");
        }
    }

    /** What is told of a file that was not read. */
    public static SelfstabException unreadable(IOException failure, Location start, String kind) {
        if (failure instanceof NoSuchFileException) {
            return start.error("no such file", "give the path of a " + kind);
        }
        return failure instanceof AccessDeniedException
                ? start.error("the file may not be read", "change its permissions")
                : start.error("the file cannot be read: " + failure.getMessage(), "give the path of a " + kind);
    }
}
