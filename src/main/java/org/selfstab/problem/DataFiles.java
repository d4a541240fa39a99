package org.selfstab.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.vocabulary.SelfstabException;

/**
 * The data files that a problem names, each read once; nothing outside of the problem file's folder. May be shared by threads.
 */
public final class DataFiles {

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Null where files come with the problem's text. */
    private final Path folder;

    private final Map<String, String> texts = new TreeMap<>();

    private DataFiles(Path folder) {
        this.folder = folder;
    }

    /** Those beside a problem file. */
    public static DataFiles beside(Path problemFile) {
        Path parent = problemFile.toAbsolutePath().getParent();
        return new DataFiles(parent == null ? problemFile.toAbsolutePath() : parent);
    }

    /** Those that were read elsewhere, by their names in the problem file. */
    public static DataFiles of(Map<String, String> texts) {
        DataFiles files = new DataFiles(null);
        files.texts.putAll(texts);
        return files;
    }

    /** The files read so far, by their names in the problem file. */
    public synchronized Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** The file's name for messages: as it lies from where the problem file was named. */
    static String shownName(TomlItem name) {
        return name.location().file().replaceFirst("[^/\\\\]*$", "") + name.asString();
    }

    /**
     * The text of a file.
     *
     * @param name the item that holds its path, relative to the problem file
     * @throws SelfstabException if it is outside of the folder, is a pipe or device, cannot be read, or is too large
     */
    synchronized String text(TomlItem name) {
        String path = name.asString();
        String known = texts.get(path);
        if (known != null) {
            return known;
        }
        if (folder == null) {
            throw name.location()
                    .error(
                            "the data file " + path + " is not at hand",
                            "read the problem from its file, or write [data.inline]");
        }
        Path file = inside(name, path);
        String text = TextFile.textOf(file, shownName(name), "data file", MAX_BYTES);
        texts.put(path, text);
        return text;
    }

    /** Symbolic links are followed before it is decided, so that none leads out. */
    private Path inside(TomlItem name, String path) {
        try {
            Path relative = Path.of(path);
            Path file = folder.resolve(relative).normalize();
            boolean isInside = !relative.isAbsolute() && file.startsWith(folder.normalize()) && !path.isBlank();
            if (isInside && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()))) {
                return file;
            }
        } catch (InvalidPathException | IOException unusable) {
            throw name.location()
                    .error(name.what() + " is no path that can be read", "give a file beside the problem file");
        }
        throw name.location()
                .error(
                        name.what() + " lies outside of the problem file's folder",
                        "put the file beside the problem file");
    }
}
