package org.selfstab.suite;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.selfstab.problem.toml.TomlFile;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Finds problem files and statement files below folders. Files are told apart by their top-level keys; other TOML files are none of ours. Hidden
 * folders and folders named {@code target}, where builds put copies, are left out.
 */
public final class ClaimFinder {

    private static final String EXTENSION = ".toml";
    private static final String BUILD_FOLDER = "target";
    private static final int MAX_DEPTH = 32;
    private static final Set<String> OF_PROBLEM =
            Set.of("loss", "variables", "parameters", "start", "expect", "thresholds");
    private static final Set<String> OF_STATEMENT = Set.of("statement", "check", "latex");

    /** What a TOML file is. */
    private enum Kind {
        PROBLEM,
        STATEMENT,
        OTHER
    }

    private final Map<Path, ClaimFile> found = new LinkedHashMap<>();

    private final RunOptions options;

    private ClaimFinder(RunOptions options) {
        this.options = options;
    }

    /**
     * What files and folders hold, in the order given, below a folder in the order of the paths; each file once.
     *
     * @param places files and folders; one that does not exist is returned as a file with an error
     */
    public static List<ClaimFile> find(List<Path> places) {
        return find(places, RunOptions.defaults());
    }

    /**
     * The same, with the runs of problems done otherwise.
     *
     * @param options how; the checks of statements say themselves how they run
     */
    public static List<ClaimFile> find(List<Path> places, RunOptions options) {
        ClaimFinder finder = new ClaimFinder(options);
        places.forEach(finder::search);
        return List.copyOf(finder.found.values());
    }

    /** A file that was named and is nothing else is taken for a problem, whose errors tell what it lacks. */
    private void search(Path place) {
        try {
            if (Files.isDirectory(place)) {
                addAll(tomlFilesBelow(place));
            } else if (!Files.exists(place)) {
                throw new Location(place.toString(), 1, 1)
                        .error("no such file or folder", "give a problem file, a statement file or a folder of them");
            } else if (kindOf(place) == Kind.OTHER) {
                add(() -> ProblemClaims.read(place, options), place);
            } else {
                addAll(List.of(place));
            }
        } catch (SelfstabException unusable) {
            add(() -> ClaimFile.broken(place, unusable.getMessage()), place);
        } catch (IOException unreadable) {
            add(() -> ClaimFile.broken(place, place + ":1:1: cannot be read: " + unreadable.getMessage()), place);
        }
    }

    private void add(Supplier<ClaimFile> file, Path path) {
        found.computeIfAbsent(path.toAbsolutePath().normalize(), absent -> file.get());
    }

    private static Collection<Path> tomlFilesBelow(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                String name = String.valueOf(inner.getFileName());
                boolean leftOut = !inner.equals(folder) && (name.startsWith(".") || name.equals(BUILD_FOLDER));
                return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(EXTENSION)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private void addAll(Collection<Path> files) throws IOException {
        Map<Path, ClaimFile> read = new TreeMap<>();
        Map<Path, List<Path>> statements = new TreeMap<>();
        for (Path file : files) {
            try {
                switch (kindOf(file)) {
                    case PROBLEM -> read.put(file, ProblemClaims.read(file, options));
                    case STATEMENT ->
                        statements
                                .computeIfAbsent(folderOf(file), folder -> new ArrayList<>())
                                .add(file);
                    case OTHER -> {}
                }
            } catch (SelfstabException notToml) {
                read.put(file, ClaimFile.broken(file, notToml.getMessage()));
            }
        }
        for (Map.Entry<Path, List<Path>> folder : statements.entrySet()) {
            Set<Path> all = new TreeSet<>(statementsIn(folder.getKey()));
            all.addAll(folder.getValue());
            StatementClaims.read(List.copyOf(all), folder.getValue()).forEach(file -> read.put(file.file(), file));
        }
        read.forEach((path, file) -> add(() -> file, path));
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static List<Path> statementsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .filter(ClaimFinder::isStatement)
                    .toList();
        }
    }

    private static boolean isStatement(Path file) {
        try {
            return kindOf(file) == Kind.STATEMENT;
        } catch (SelfstabException notToml) {
            return false;
        }
    }

    private static Kind kindOf(Path file) {
        List<String> keys = TomlFile.read(file, "problem file").keys();
        if (keys.contains("loss")
                || (keys.stream().noneMatch(OF_STATEMENT::contains)
                        && keys.stream().anyMatch(OF_PROBLEM::contains))) {
            return Kind.PROBLEM;
        }
        return keys.stream().anyMatch(OF_STATEMENT::contains) ? Kind.STATEMENT : Kind.OTHER;
    }
}
