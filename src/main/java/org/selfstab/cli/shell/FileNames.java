package org.selfstab.cli.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a word may become. */
final class FileNames {

    private FileNames() {}

    /** The names in the folder of a path that has been begun, as paths; those of folders end with a slash, and hidden ones are left out until their dot is there. */
    static List<String> beginningWith(String begun) {
        String folder = begun.substring(0, begun.lastIndexOf('/') + 1);
        boolean hidden = begun.startsWith(".", folder.length());
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (hidden == name.startsWith(".")) {
                    names.add(folder + name + (Files.isDirectory(file) ? "/" : ""));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException noFolder) {
            return List.of();
        }
        return names;
    }
}
