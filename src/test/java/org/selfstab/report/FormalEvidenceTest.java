package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.selfstab.Selfstab;
import org.selfstab.coq.FormalResult;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Verdict.Evidence;

/** What Coq accepted of a certificate, in each form in which it is shown. */
class FormalEvidenceTest {

    private static final StatedProblem VALLEY = StatedProblems.of(
            Selfstab.read(Path.of("examples/sharp-valley.toml")).problem(), Optional.empty());
    private static final FormalResult ACCEPTED =
            new FormalResult("alpha > 0", FormalResult.Outcome.ACCEPTED, "claim_1.v", "", 1.5, List.of(), List.of());
    private static final FormalResult REFUSED = new FormalResult(
            "alpha > 0", FormalResult.Outcome.NOT_ACCEPTED, "claim_2.v", "a false bound", 2.0, List.of(), List.of());

    private static RecheckResult result(CertificateKind kind, Outcome... outcomes) {
        List<CheckedClaim> claims = Stream.of(outcomes)
                .map(outcome -> new CheckedClaim("alpha > 0", "q", "HOLDS", outcome, "why"))
                .toList();
        return new RecheckResult(
                kind, VALLEY, Map.of(), 0, Optional.empty(), Optional.empty(), 3, 1, Optional.empty(), claims);
    }

    private static List<String> evidence(RecheckResult result, FormalResult... coq) {
        return RecheckDocument.evidence(result, Optional.of(List.of(coq)));
    }

    @Test
    void formalIsAboveAllOther() {
        List<Evidence> strongest = Arrays.asList(Evidence.values());
        Collections.sort(strongest);
        assertThat(strongest).containsExactly(Evidence.FORMAL, Evidence.SYMBOLIC, Evidence.CERTIFIED, Evidence.NUMERIC);
    }

    /** Two claims of one name, of which Coq accepted the first; and one that the checker rejects. */
    @Test
    void eachClaimHasItsOwnFile() {
        RecheckResult two = result(CertificateKind.BOX, Outcome.CONFIRMED, Outcome.CONFIRMED);
        assertThat(evidence(two, ACCEPTED, REFUSED)).containsExactly("FORMAL", "CERTIFIED");
        assertThat(evidence(two, ACCEPTED)).containsExactly("CERTIFIED", "CERTIFIED");
        assertThat(evidence(result(CertificateKind.BOX, Outcome.REJECTED), ACCEPTED))
                .containsExactly("");
        assertThat(evidence(result(CertificateKind.RUN, Outcome.CONFIRMED), ACCEPTED))
                .containsExactly("CERTIFIED");
    }

    /** Of a run one file proves some of the claims; what the checker rejects is not formal. */
    @Test
    void aFileOfARunNamesItsClaims() {
        FormalResult proof = new FormalResult(
                "conclusions",
                FormalResult.Outcome.ACCEPTED,
                "coupling_all.v",
                "",
                1.5,
                List.of(),
                List.of("alpha > 0 q"));
        assertThat(evidence(result(CertificateKind.RUN, Outcome.CONFIRMED), proof))
                .containsExactly("FORMAL");
        assertThat(evidence(result(CertificateKind.RUN, Outcome.CONFIRMED), ACCEPTED, REFUSED))
                .containsExactly("CERTIFIED");
        assertThat(evidence(result(CertificateKind.RUN, Outcome.REJECTED), proof))
                .containsExactly("");
    }

    @Test
    void everyFormNamesIt() {
        RecheckResult two = result(CertificateKind.BOX, Outcome.CONFIRMED, Outcome.EMPTY);
        Report report = RecheckDocument.report(
                RunRecord.of("recheck", List.of(), Map.of()),
                two,
                Optional.empty(),
                Optional.of(List.of(ACCEPTED, REFUSED)));
        assertThat(Format.values())
                .allSatisfy(format ->
                        assertThat(format.write(report)).as(format.name()).contains("FORMAL"));
        assertThat(Format.TEXT.write(report)).contains("Coq: 1 accepted, 1 not accepted");
    }

    @Test
    void continuousIntegrationReadsItAsAProperty() {
        RecheckResult three = result(CertificateKind.BOX, Outcome.CONFIRMED, Outcome.REJECTED, Outcome.EMPTY);
        String xml = RecheckJUnitXml.write(
                Path.of("results/box.json"), three, Optional.of(List.of(ACCEPTED, REFUSED, REFUSED)));
        assertThat(xml)
                .contains("tests=\"6\" failures=\"1\" errors=\"0\"", "skipped=\"3\"")
                .contains("classname=\"results/box\" name=\"alpha &gt; 0: HOLDS\" time=\"0.000\"><properties>"
                        + "<property name=\"evidence\" value=\"FORMAL\"")
                .contains("name=\"Coq: alpha &gt; 0\" time=\"1.500\"><properties>")
                .contains("message=\"not accepted: a false bound\"")
                .containsOnlyOnce("<failure message=\"rejected\" type=\"claim\">why</failure>");
    }
}
