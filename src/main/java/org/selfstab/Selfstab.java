package org.selfstab;

import java.nio.file.Path;
import java.util.Map;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ProblemText;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
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
        return Study.of(ProblemText.parse(file.toString(), ProblemReader.textOf(file)), overrides);
    }

    /**
     * A problem of a text.
     *
     * @param name the file's name in messages; without folder and extension {@code .toml} it is the problem's name
     * @param toml the content of a problem file
     * @throws SelfstabException if it is not a valid problem, with line and column
     */
    public static Study parse(String name, String toml) {
        return Study.of(ProblemText.parse(name, toml), Map.of());
    }

    /**
     * Verifies the certificate of a run, a box or a cycle by the separate checker.
     *
     * @throws SelfstabException if the file is not a certificate, or asks for more work than the checker does
     */
    public static RecheckResult recheck(Path certificate) {
        return Rechecker.check(certificate, step -> {});
    }
}
