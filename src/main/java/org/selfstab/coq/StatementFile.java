package org.selfstab.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A statement's equations as one Coq file, whose theorem is named after the statement. */
public final class StatementFile {

    private StatementFile() {}

    /**
     * The name of a statement in Coq, and of its file without the extension.
     *
     * @param id letters, digits, hyphens and underscores
     */
    public static String moduleName(String id) {
        String name = id.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isLetter(name.charAt(0)) ? name : "s_" + name;
    }

    /**
     * The file's text.
     *
     * @param id the statement's
     * @throws org.selfstab.vocabulary.SelfstabException if an equation has what Coq's reals do not
     */
    public static String text(String id, List<Equation> equations) {
        List<String> modules = IntStream.rangeClosed(1, equations.size())
                .mapToObj(i -> "Equation" + i)
                .toList();
        StringBuilder text = new StringBuilder(CoqFile.HEADER);
        List<String> claims = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            text.append('\n').append(EquationModule.text(modules.get(i), equations.get(i)));
            claims.add(modules.get(i) + ".claims");
            proofs.add(modules.get(i) + ".proved");
        }
        String theorem = moduleName(id);
        return text.append(CoqFile.theorem(theorem, String.join(" /\\ ", claims), proofs))
                .toString();
    }
}
