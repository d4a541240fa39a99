package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.theory.ExaminedTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.Theory;
import org.selfstab.theory.TheoryReader;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;

/** Makes the claims of statement files: one for each check. */
final class StatementClaims {

    private StatementClaims() {}

    /**
     * The claims of some statements of one folder.
     *
     * @param all every statement file of the folder
     * @param wanted those whose claims are asked for
     * @return one entry for each wanted file; a single one with the error if the statements cannot be read
     */
    static List<ClaimFile> read(List<Path> all, List<Path> wanted) {
        Theory theory;
        try {
            theory = TheoryReader.read(all);
        } catch (SelfstabException bad) {
            Path file = bad.where().map(place -> Path.of(place.file())).orElse(all.get(0));
            return List.of(ClaimFile.broken(file, bad.getMessage()));
        }
        Map<String, Statement> statements = theory.statements().stream()
                .collect(Collectors.toMap(Statement::id, Function.identity(), (a, b) -> a, TreeMap::new));
        ExaminedTheory examined = new ExaminedTheory(theory.statements());
        List<String> warnings = theory.warnings();
        return wanted.stream()
                .map(file -> claimsOf(file, statements.get(idOf(file)), examined, warnings))
                .toList();
    }

    private static ClaimFile claimsOf(Path file, Statement statement, ExaminedTheory theory, List<String> warnings) {
        List<StatedClaim> claims = statement.checks().stream()
                .<StatedClaim>map(check -> new CheckClaim(statement, check, theory))
                .toList();
        List<String> own = warnings.stream()
                .filter(warning -> warning.startsWith(file + ":"))
                .toList();
        return ClaimFile.readable(file, ClaimFile.Kind.STATEMENT, statement.title(), FreeText.NONE, claims, own);
    }

    private static String idOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.toml$", "");
    }
}
