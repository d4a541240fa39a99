package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Expression;

/**
 * The mathematics of a generated problem in words, for the top of its file.
 *
 * @param request the request
 * @param built what was built
 * @param spectrum the names of the eigenvalues
 * @param disguise how it is written
 * @param unasserted the conditions of which nothing is asserted
 */
record Explanation(
        Request request, Prescription built, Spectrum spectrum, CoordinateChange disguise, List<String> unasserted) {

    private static final int WIDTH = 118;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        addNormalForm(lines);
        lines.add("");
        if (built.run() instanceof Prescription.RunPlan.AtEdge) {
            wrap(
                    "At w = 0, on the edge, by construction: grad L . u = 0, S = 2/eta, grad S = kappa_3 u + slope e_y,"
                            + " D4L(u,u,u,u) = fourth, alpha, beta = slope^2 and gamma as the parameters say. The start is"
                            + " v_0 = a grad(grad L . u)/S + b grad S with b >= 0, so that its nearest point of the stable set is"
                            + " w = 0, and with u . v_0 = delta and gradS_perp . v_0 = sqrt(2 E alpha): X = 1, Y = sqrt(2 E).",
                    lines);
            lines.add("");
        }
        addDisguise(lines);
        addPurpose(lines);
        return lines;
    }

    private void addNormalForm(List<String> lines) {
        int dimension = built.directions().dimension();
        Coordinates symbols = Coordinates.symbols(dimension);
        lines.add("The normal form in orthonormal w = (" + String.join(", ", Coordinates.names(dimension))
                + "), x along u and y along gradS_perp:");
        StringBuilder form = new StringBuilder("L =");
        new NormalForm(built, spectrum).terms(symbols).forEach(term -> {
            String written = term.toString();
            boolean negative = written.startsWith("-");
            form.append(form.length() > 3 || negative ? (negative ? " - " : " + ") : " ")
                    .append(negative ? written.substring(1) : written);
        });
        wrap(form.toString(), lines);
    }

    private void addDisguise(List<String> lines) {
        disguise.change().ifPresent(change -> {
            Coordinates symbols = Coordinates.symbols(built.directions().dimension());
            Expression form =
                    ExactRotation.combination(change.form(symbols.all().size()), symbols.all());
            Coordinates changed = change.of(symbols, form);
            List<String> names = Coordinates.names(built.directions().dimension());
            lines.add(
                    "It is taken at these functions of w, which leave all that is prescribed as it is and curve the edge:");
            for (int i = 0; i < names.size(); i++) {
                if (!changed.all().get(i).equals(symbols.all().get(i))) {
                    lines.add("  " + names.get(i) + " -> " + changed.all().get(i));
                }
            }
        });
        disguise.rotation().ifPresent(rotation -> {
            lines.add("and w = Q^T theta with the exact rotation Q of rows");
            rotation.rows().forEach(row -> lines.add("  " + row));
        });
        if (disguise.rotation().isPresent()) {
            lines.add("");
        }
    }

    private void addPurpose(List<String> lines) {
        String shows = request.violated()
                .map(hypothesis -> "Shows " + hypothesis.optionName() + " broken: " + hypothesis.how())
                .orElse(
                        "Shows every prescribed value confirmed at t = 0 by numeric geometry, and the theory's conditions met.");
        wrap(shows, lines);
        if (!unasserted.isEmpty()) {
            wrap("Not asserted, because these values leave it open: " + String.join(", ", unasserted) + ".", lines);
        }
    }

    /** Breaks a text into lines at spaces. */
    private static void wrap(String text, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
    }
}
