package org.selfstab.recheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.selfstab.vocabulary.Location;

/**
 * Verifies the certificate of a family: each member as the certificate of one run, with the problem in which the checker itself puts the
 * member's value of the swept parameter; then the claims on all members, from the bounds that were verified of each.
 */
public final class FamilyRechecker {

    /** The most members of a family, and the most bounds. */
    private static final int MOST = 100;

    private final CertificateReader reader;
    private final Decimals decimals;
    private final ObjIntConsumer<String> progress;
    private final StatedFamily stated;
    private final List<RunVerification> runs = new ArrayList<>();
    private final List<RecheckResult> reports = new ArrayList<>();
    private final Objections objections = new Objections();

    private FamilyRechecker(
            CertificateReader reader,
            Optional<StatedFamily> own,
            Optional<String> objection,
            ObjIntConsumer<String> progress) {
        this.reader = reader;
        this.decimals = reader.decimals(Rechecker.DIGITS);
        this.progress = progress;
        objection.ifPresent(objections::include);
        this.stated = reader.family(reader.problem());
        own.ifPresent(family -> stated.differences(family).stream()
                .findFirst()
                .ifPresent(difference -> objections.include("the family is another: " + difference)));
    }

    /**
     * Whether a file is the certificate of a family.
     *
     * @throws CertificateException if it cannot be read or is no certificate
     */
    public static boolean isOfFamily(Path file) {
        return CertificateReader.read(file, (reader, objection) -> reader.kind() == CertificateKind.FAMILY);
    }

    /**
     * Verifies a certificate.
     *
     * @param progress is told each step that is verified, with its member
     * @throws CertificateException if the file cannot be read or is no certificate of a family
     */
    public static FamilyRecheckReport check(Path file, ObjIntConsumer<String> progress) {
        return check(file, Optional.empty(), progress);
    }

    /**
     * Verifies a certificate, and that it is about a family; otherwise all claims are rejected with the difference.
     *
     * @param own the reader's own family
     * @param progress is told each step that is verified, with its member
     * @throws CertificateException if the file cannot be read or is no certificate of a family
     */
    public static FamilyRecheckReport check(Path file, StatedFamily own, ObjIntConsumer<String> progress) {
        return check(file, Optional.of(own), progress);
    }

    /** The same with a problem only where one is given. */
    public static FamilyRecheckReport check(Path file, Optional<StatedFamily> own, ObjIntConsumer<String> progress) {
        return CertificateReader.read(file, (reader, objection) -> {
            if (reader.kind() != CertificateKind.FAMILY) {
                throw new CertificateException(
                        Location.startOf(file), "not the certificate of a family", "verify it with Rechecker");
            }
            return new FamilyRechecker(reader, own, objection, progress).check();
        });
    }

    private FamilyRecheckReport check() {
        if (!stated.problem().parameters().containsKey(stated.parameter())) {
            throw new CertificateException(
                    reader.placeOfFamily(), "the family's parameter is not one of the problem's", "certify anew");
        }
        if (Math.max(stated.values().size(), stated.bounds().size()) > MOST) {
            throw new CertificateException(
                    reader.placeOfFamily(), "more than " + MOST + " members, or bounds of them", "certify fewer");
        }
        reader.begin("members");
        while (reader.more()) {
            member(reader.beginMember());
            reader.endMember();
        }
        List<CertificateRecords.Claim> claims = reader.claims();
        reader.digest();
        if (reports.size() < stated.values().size()) {
            objections.include("the member " + stated.shown(stated.values().get(reports.size())) + " is missing");
        }
        return new FamilyRecheckReport(stated, reports, judged(claims));
    }

    /** A member in its place: the family's value counts, not the one that is repeated there. */
    private void member(String value) {
        int place = reports.size();
        if (place >= stated.values().size()) {
            objections.include("the member " + stated.shown(value) + " is not one of the family");
        } else if (!value.equals(stated.values().get(place))) {
            objections.include("member " + (place + 1) + " is " + stated.shown(value) + " and not "
                    + stated.shown(stated.values().get(place)));
        }
        RunVerification run = new RunVerification(decimals, stated.member(value), objections.first());
        reports.add(run.read(reader, step -> progress.accept(stated.shown(value), step)));
        runs.add(run);
        run.objection().ifPresent(reason -> objections.include(stated.shown(value) + ": " + reason));
    }

    private List<CheckedClaim> judged(List<CertificateRecords.Claim> claims) {
        return ExpectedClaim.judged(
                claims,
                objections,
                () -> ExpectedClaim.check(claims, new FamilyClaims(stated, decimals.field(), this::bounds).expected()));
    }

    /** Of the largest constant of that name over the members. */
    private Bounds bounds(String constant) {
        return Bounds.ofLargest(
                runs.stream().map(run -> run.overTheRun(constant)).toList());
    }
}
