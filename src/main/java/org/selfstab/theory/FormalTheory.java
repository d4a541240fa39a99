package org.selfstab.theory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.selfstab.coq.Equation;
import org.selfstab.coq.FormalFile;
import org.selfstab.coq.StatementFile;
import org.selfstab.vocabulary.SelfstabException;

/** Statements as Coq files, which lie in a folder beside those of the statements once Coq has accepted them. */
public final class FormalTheory {

    /** The folder below that of the statements. */
    public static final String FOLDER = "coq";

    private FormalTheory() {}

    /** What Coq is to prove of a statement: its equations. */
    public static FormalFile file(Statement statement) {
        List<Equation> equations = equations(statement);
        return equations.isEmpty()
                ? FormalFile.without(
                        statement.id(), "its checks are runs in double precision or observables, and no equations")
                : new FormalFile(
                        statement.id(),
                        StatementFile.moduleName(statement.id()),
                        () -> StatementFile.text(statement.id(), equations));
    }

    private static List<Equation> equations(Statement statement) {
        return statement.checks().stream()
                .filter(IdentityCheck.class::isInstance)
                .map(IdentityCheck.class::cast)
                .flatMap(check -> check.source().stream())
                .toList();
    }

    /**
     * How a statement's checks are established: {@code Coq}, {@code symbolic}, {@code numeric}, or several of these. Coq stands for equations whose file, as it
     * is written today, lies where {@code coq theory} leaves those that Coq has accepted.
     *
     * @param folder that of the statements
     */
    public static String status(Path folder, Statement statement) {
        int equations = equations(statement).size();
        long observables = statement.checks().stream()
                .filter(ObservableCheck.class::isInstance)
                .count();
        Set<String> ways = new LinkedHashSet<>();
        if (equations > 0) {
            ways.add(isAccepted(folder, statement) ? "Coq" : "symbolic");
        }
        if (observables > 0) {
            ways.add("symbolic");
        }
        if (equations + observables < statement.checks().size()) {
            ways.add("numeric");
        }
        return String.join(", ", ways);
    }

    private static boolean isAccepted(Path folder, Statement statement) {
        Path file = folder.resolve(FOLDER).resolve(StatementFile.moduleName(statement.id()) + ".v");
        return text(file).filter(text -> text.equals(written(statement))).isPresent();
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String written(Statement statement) {
        try {
            return file(statement).text().get();
        } catch (SelfstabException none) {
            return "";
        }
    }
}
