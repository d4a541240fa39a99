package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A problem file or a statement file and what it claims.
 *
 * @param file its path, as it was found
 * @param title its title; empty if it could not be read
 * @param purpose what a problem file's comment says that it shows; empty if it says nothing of the kind
 * @param claims in the file's order; empty of a problem without expectations
 * @param warnings what its author should know, one line each
 * @param error one line with the place, if it could not be read
 */
public record ClaimFile(
        Path file, String title, String purpose, List<Claim> claims, List<String> warnings, Optional<String> error) {

    public ClaimFile {
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
    }

    static ClaimFile readable(Path file, String title, String purpose, List<Claim> claims, List<String> warnings) {
        return new ClaimFile(file, title, purpose, claims, warnings, Optional.empty());
    }

    static ClaimFile broken(Path file, String error) {
        return new ClaimFile(file, "", "", List.of(), List.of(), Optional.of(error));
    }
}
