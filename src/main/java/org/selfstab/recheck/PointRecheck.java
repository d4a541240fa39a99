package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.UndefinedException;
import org.selfstab.vocabulary.Location;

/** Verifies a certificate about points and not about a run: of an orbit of period two, of a box, or of a minimum's mean-square edge. */
final class PointRecheck {

    private static final Set<Integer> KNOWN_DIGITS =
            new TreeSet<>(Set.of(Rechecker.DIGITS, 2 * Rechecker.DIGITS, 4 * Rechecker.DIGITS));

    private final CertificateReader reader;
    private final StatedProblem stated;
    private final Optional<StatedProblem> own;
    private final Objections objections = new Objections();

    /**
     * Prepares a check.
     *
     * @param stated the certificate's problem
     * @param own the reader's own problem, with which it is compared
     * @param objection what is objected already
     */
    PointRecheck(
            CertificateReader reader, StatedProblem stated, Optional<StatedProblem> own, Optional<String> objection) {
        this.reader = reader;
        this.stated = stated;
        this.own = own;
        objection.ifPresent(objections::include);
    }

    RecheckResult ofCycle() {
        Optional<CertificateRecords.Orbit> orbit = reader.orbit();
        reader.digest();
        compare(Set.of());
        Decimals decimals = decimals(orbit.map(CertificateRecords.Orbit::digits).orElse(Rechecker.DIGITS));
        Optional<CycleChecker> checker =
                orbit.flatMap(written -> built(() -> new CycleChecker(decimals, stated, written)));
        List<CheckedClaim> claims = checker.isPresent() && objections.first().isEmpty()
                ? checker.get().check()
                : CycleChecker.unverified(orbit, objections.first());
        return RecheckResult.of(CertificateKind.CYCLE, stated, Map.of(), claims);
    }

    RecheckResult ofMeanSquareEdge() {
        Optional<CertificateRecords.MeanSquareEdge> edge = reader.meanSquareEdge();
        reader.digest();
        compare(Set.of());
        own.ifPresent(problem -> {
            List<String> differences = new ArrayList<>();
            stated.addDifferencesInBatches(differences, problem);
            differences.stream()
                    .findFirst()
                    .ifPresent(difference -> objections.include("the problem is another: " + difference));
        });
        Decimals decimals =
                decimals(edge.map(CertificateRecords.MeanSquareEdge::digits).orElse(Rechecker.DIGITS));
        Optional<MeanSquareChecker> checker =
                edge.flatMap(written -> built(() -> new MeanSquareChecker(decimals, stated, written)));
        List<CheckedClaim> claims = checker.isPresent() && objections.first().isEmpty()
                ? checker.get().check()
                : MeanSquareChecker.unverified(edge, objections.first());
        return RecheckResult.of(CertificateKind.MEAN_SQUARE_EDGE, stated, Map.of(), claims);
    }

    /** Verifies claims over a box; progress is told how many boxes were looked at. */
    RecheckResult ofBox(IntConsumer progress) {
        CertificateRecords.Box box = reader.box();
        reader.digest();
        List<String> names =
                box.sides().stream().map(CertificateRecords.Side::name).toList();
        compare(Set.copyOf(names));
        Decimals decimals = decimals(box.digits());
        Optional<BoxChecker> checker =
                built(() -> new BoxChecker(decimals, BoxedProblem.of(stated, names, decimals), box, progress));
        List<CheckedClaim> claims = objections
                .first()
                .map(objection -> BoxChecker.rejected(box, objection))
                .orElseGet(() -> checker.orElseThrow().check());
        Map<String, String> sides = new LinkedHashMap<>();
        box.sides().forEach(side -> sides.put(side.name(), "[" + side.from() + ", " + side.to() + "]"));
        return RecheckResult.of(CertificateKind.BOX, stated, sides, claims);
    }

    /** Objects if the reader's own problem differs, but for some parameters. */
    private void compare(Set<String> free) {
        own.flatMap(problem -> stated.differencesInLoss(problem, free).stream().findFirst())
                .ifPresent(difference -> objections.include("the problem is another: " + difference));
    }

    private Decimals decimals(int digits) {
        if (!KNOWN_DIGITS.contains(digits)) {
            throw new CertificateException(
                    Location.startOf(reader.file()),
                    digits + " digits",
                    "certificates take one of " + KNOWN_DIGITS + ", certify anew");
        }
        return reader.decimals(digits);
    }

    /** What is built from a problem's text; empty, with an objection, if it is not certainly real-valued. */
    private <V> Optional<V> built(Supplier<V> part) {
        try {
            return Optional.of(part.get());
        } catch (FormulaException wrong) {
            throw new CertificateException(reader.placeOfProblem(), "the problem: " + wrong.problem(), wrong.remedy());
        } catch (UndefinedException undefined) {
            objections.include("the problem is not certainly real-valued: " + undefined.getMessage());
            return Optional.empty();
        } catch (RejectedException undefined) {
            objections.include(undefined.getMessage());
            return Optional.empty();
        }
    }
}
