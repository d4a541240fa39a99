package org.selfstab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ProblemText;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.problem.toml.TomlFormatter;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.FamilyRechecker;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/** The front door: a problem to be studied, or a certificate to be verified. */
public final class Selfstab {

    private Selfstab() {}

    /**
     * A problem of a file.
     *
     * @throws SelfstabException if it cannot be read or is not a valid problem, with file, line and column
     */
    public static Study read(Path file) {
        return read(file, Map.of());
    }

    /**
     * A problem of a file with some parameters defined anew.
     *
     * @param overrides exact expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if it cannot be read or is not a valid problem, with file, line and column
     */
    public static Study read(Path file, Map<String, String> overrides) {
        return parse(file.toString(), ProblemReader.textOf(file), overrides);
    }

    /**
     * A problem of a text.
     *
     * @param name the file's name in messages; without folder and extension {@code .toml} it is the problem's name
     * @param toml the content of a problem file
     * @throws SelfstabException if it is not a valid problem, with line and column
     */
    public static Study parse(String name, String toml) {
        return parse(name, toml, Map.of());
    }

    /**
     * A problem of a text with some parameters defined anew.
     *
     * @param overrides exact expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if it is not a valid problem, with line and column
     */
    public static Study parse(String name, String toml, Map<String, String> overrides) {
        ProblemText text = ProblemText.parse(name, toml);
        return new Study(Optional.of(text), text.with(overrides));
    }

    /**
     * The text of a problem or statement file in the one layout; empty if it is in it.
     *
     * @throws SelfstabException if it cannot be read or is not TOML
     */
    public static Optional<String> formatted(Path file) {
        String text = TextFile.textOf(file, "problem or statement file");
        String laid = TomlFormatter.format(file.toString(), text);
        return laid.equals(text) ? Optional.empty() : Optional.of(laid);
    }

    /**
     * Verifies the certificate of a run, a box or a cycle by the separate checker.
     *
     * @throws SelfstabException if the file is not a certificate, or asks for more work than the checker does
     */
    public static RecheckResult recheck(Path certificate) {
        return recheck(certificate, Optional.empty(), RunListener.none());
    }

    /**
     * The same, told each step or the number of boxes that are verified.
     *
     * @param own the problem that the certificate must be about; otherwise all its claims are rejected with the difference
     * @throws SelfstabException if the file is not a certificate, or asks for more work than the checker does
     */
    public static RecheckResult recheck(Path certificate, Optional<StatedProblem> own, RunListener listener) {
        return Rechecker.check(certificate, own, step -> listener.progress("", step));
    }

    /**
     * Whether a file is the certificate of a family, for {@link #recheckFamily}.
     *
     * @throws SelfstabException if it is not a certificate
     */
    public static boolean isOfFamily(Path certificate) {
        return FamilyRechecker.isOfFamily(certificate);
    }

    /**
     * Verifies the certificate of a family by the separate checker, told each step that is verified with its member.
     *
     * @param own the family that the certificate must be about; otherwise all its claims are rejected with the difference
     * @throws SelfstabException if the file is not such a certificate, or asks for more work than the checker does
     */
    public static FamilyRecheckReport recheckFamily(
            Path certificate, Optional<StatedFamily> own, RunListener listener) {
        return FamilyRechecker.check(certificate, own, listener::progress);
    }
}
