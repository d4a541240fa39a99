package org.selfstab.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.problem.ProblemReader;
import org.selfstab.report.ReportFolder;

/**
 * Where below a folder the reports of problem files go: as the files lie below theirs, with a number where two would share a folder or one would lie in
 * another's. Letters that differ in case, or in how accents are encoded, are the same to some file systems, and so they are here.
 */
final class ReportPlaces {

    /** The folders given away, and the index's file. */
    private final List<Path> taken = new ArrayList<>(List.of(Path.of(ReportFolder.INDEX)));

    /** The folder, relative, in which the problem's own folder is made; each call gives another away. */
    Path next(Path file) {
        Path parent = Optional.ofNullable(file.normalize().getParent()).orElse(Path.of(""));
        Path wanted = parent.isAbsolute() ? lastName(parent) : withoutStepsUp(parent);
        Path place = wanted;
        for (int number = 2; isTaken(problemFolder(place, file)); number++) {
            place = numbered(wanted, number);
        }
        taken.add(problemFolder(place, file));
        return place;
    }

    /** The number goes to the first folder, which may itself be another problem's. */
    private static Path numbered(Path wanted, int number) {
        String first =
                wanted.toString().isEmpty() ? "reports" : wanted.getName(0).toString();
        Path rest = wanted.getNameCount() > 1 ? wanted.subpath(1, wanted.getNameCount()) : Path.of("");
        return Path.of(first + "-" + number).resolve(rest);
    }

    private static Path problemFolder(Path place, Path file) {
        String folder = place.resolve(ProblemReader.nameOf(file)).toString();
        return Path.of(Normalizer.normalize(folder, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    private boolean isTaken(Path folder) {
        return taken.stream().anyMatch(other -> folder.startsWith(other) || other.startsWith(folder));
    }

    /** Of the root there is none. */
    private static Path lastName(Path folder) {
        return Optional.ofNullable(folder.getFileName()).orElse(Path.of(""));
    }

    private static Path withoutStepsUp(Path path) {
        Path result = Path.of("");
        for (Path name : path) {
            result = name.toString().equals("..") ? result : result.resolve(name);
        }
        return result;
    }
}
