package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.FreeText;

/**
 * A problem file or a statement file and what it claims.
 *
 * @param file its path, as it was found
 * @param kind what it is; a file that cannot be read counts as a statement, of which there is no run
 * @param title its title; empty if it could not be read
 * @param purpose what a problem file's comment says that it shows; empty if it says nothing of the kind
 * @param claims in the file's order; empty of a problem without expectations
 * @param warnings what its author should know, one line each
 * @param error one line with the place, if it could not be read
 */
public record ClaimFile(
        Path file,
        Kind kind,
        FreeText title,
        FreeText purpose,
        List<StatedClaim> claims,
        List<String> warnings,
        Optional<String> error) {

    /** What a file is. */
    public enum Kind {
        PROBLEM,
        STATEMENT
    }

    public ClaimFile {
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
    }

    static ClaimFile readable(
            Path file, Kind kind, FreeText title, FreeText purpose, List<StatedClaim> claims, List<String> warnings) {
        return new ClaimFile(file, kind, title, purpose, claims, warnings, Optional.empty());
    }

    static ClaimFile broken(Path file, String error) {
        return new ClaimFile(
                file, Kind.STATEMENT, FreeText.NONE, FreeText.NONE, List.of(), List.of(), Optional.of(error));
    }
}
