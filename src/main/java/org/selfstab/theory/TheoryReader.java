package org.selfstab.theory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/** Reads all statements of a folder. Files are from strangers: reading takes bounded time and memory for each. */
public final class TheoryReader {

    private static final String EXTENSION = ".toml";
    private static final int MAX_FILES = 1000;

    private TheoryReader() {}

    /**
     * Reads every file {@code *.toml} of a folder as one statement.
     *
     * @throws SelfstabException if there is none, if one is no valid statement, or if dependencies are unknown or lead
     *     back to themselves
     */
    public static Theory read(Path folder) {
        return read(filesOf(folder));
    }

    /**
     * Reads files as one statement each.
     *
     * @throws SelfstabException if one is no valid statement, or if dependencies are not among them or lead back to themselves
     */
    public static Theory read(List<Path> files) {
        List<String> warnings = new ArrayList<>();
        Map<String, StatementReader.LocatedStatement> statements = new LinkedHashMap<>();
        for (Path file : files) {
            StatementReader.LocatedStatement read = new StatementReader(file, warnings).read();
            statements.put(read.statement().id(), read);
        }
        return new Theory(new DependencyOrder(statements).statements(), warnings);
    }

    private static List<Path> filesOf(Path folder) {
        Location place = new Location(folder.toString(), 1, 1);
        if (!Files.isDirectory(folder)) {
            throw place.error("no such folder", "give a folder of statement files");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
            if (found.isEmpty() || found.size() > MAX_FILES) {
                throw place.error(
                        (found.isEmpty() ? "no" : "more than " + MAX_FILES) + " statement files in the folder",
                        "it must hold from 1 to " + MAX_FILES + " files *.toml");
            }
            return found;
        } catch (IOException e) {
            throw place.error("the folder cannot be read: " + e.getMessage(), "change its permissions");
        }
    }
}
