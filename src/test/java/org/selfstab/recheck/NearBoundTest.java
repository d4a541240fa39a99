package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.certify.BoxQuantity;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;

/**
 * Bounds that differ from a quantity's value by less than the rounding of doubles: decided by the prover with 40, 80 or 160 digits, and confirmed
 * by the checker with as many; beyond, undecided. The values are those of another library.
 */
class NearBoundTest {

    private static final Path PROBLEMS = Path.of("src/test/resources/boxes");
    private static final MathContext EXACT_ENOUGH = new MathContext(178);

    @TempDir
    private Path folder;

    /** A quantity's value at a problem's start. */
    private record Value(String problem, String quantity, BigDecimal number) {

        /** A claim with a bound in a relative distance below (negative) or above the value. */
        String claim(String sense, String distance) {
            return quantity + " " + sense + " " + bound(distance);
        }

        BigDecimal bound(String distance) {
            BigDecimal share = new BigDecimal(distance).multiply(BigDecimal.valueOf(number.signum()));
            return number.multiply(BigDecimal.ONE.add(share), EXACT_ENOUGH);
        }
    }

    private static List<Value> values(String problem) throws IOException {
        return Files.readAllLines(PROBLEMS.resolve("near-values.csv")).stream()
                .filter(line -> line.startsWith(problem + ","))
                .map(line -> line.split(",", -1))
                .map(fields -> new Value(fields[0], fields[1], new BigDecimal(fields[2])))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "near3, 1e-20, 40",
        "near3, 1e-50, 80",
        "near3, 1e-120, 160",
        "near5, 1e-20, 40",
        "near5, 1e-50, 80",
        "near5, 1e-120, 160",
    })
    void everyQuantityIsToldFromABoundBesideIt(String name, String distance, int digits) throws IOException {
        List<String> claims = new ArrayList<>();
        boolean above = name.equals("near3");
        for (Value value : values(name)) {
            claims.add(value.claim(above ? ">" : "<", above ? "-" + distance : distance));
            claims.add(value.claim(above ? ">" : "<", above ? distance : "-" + distance));
        }
        Path certificate = certificate(name, claims);
        RecheckResult report = check(certificate);
        assertThat(report.claims()).hasSize(12).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims().stream().map(CheckedClaim::verdict).collect(Collectors.joining(" ")))
                .isEqualTo("HOLDS FAILS ".repeat(6).trim());
        assertThat(digits(certificate)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"near3", "near5"})
    void aDistanceThatTakesMoreThan160DigitsIsLeftUndecided(String name) throws IOException {
        List<String> claims =
                values(name).stream().map(value -> value.claim(">", "-1e-170")).toList();
        assertThat(check(certificate(name, claims)).claims())
                .hasSize(6)
                .allMatch(claim -> claim.outcome() == Outcome.EMPTY);
    }

    /** Eigenvalues may be multiple, or differ by less than the rounding of doubles: at the origin, where the Hessian is diagonal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3*x^2/2 + (y^2 + z^2)/3;   eta_lambda_2 > 0.666666666666666666666666666666; HOLDS",
                "3*x^2/2 + (y^2 + z^2)/3;   eta_lambda_2 < 0.666666666666666666666666666667; HOLDS",
                "3*x^2/2 + (y^2 + z^2)/3;   eta_lambda_2 < 0.666666666666666666666666666666; FAILS",
                "(x^2 + y^2)/3 + z^2/9;     sharpness > 0.666666666666666666666666666666;    HOLDS",
                "(x^2 + y^2)/3 + z^2/9;     sharpness > 0.666666666666666666666666666667;    FAILS",
                "(x^2 + y^2)/3 + z^2/9;     eta_lambda_2 < 0.666666666666666666666666666667; HOLDS",
                "(x^2 + y^2)/3 + z^2/9;     alpha < 1;                                       UNDECIDED",
                "(1/3 + 1e-30)*x^2 + y^2/3 + z^2/9 + x^2*y/1000 - y/100; alpha > 0.0000199;  HOLDS",
                "(1/3 + 1e-30)*x^2 + y^2/3 + z^2/9 + x^2*y/1000 - y/100; alpha < 0.00002;    FAILS",
                "x^2/3 + z^2/9 + x^2*y/1000 - y/100; alpha < 0.00002;                        FAILS",
                "x^2/3 + z^2/9 + x^2*y/1000 - y/100; eta_lambda_2 > 0.3;                     FAILS",
                "x^2/3 + x^2*y/1000 - y/100 + z^3;   eta_lambda_2 > 0;                       FAILS",
                "3*x^2 + x^2*y/1000 - y/100 + z^3;   sharpness < 6;                          FAILS",
                "(1/3 + 1e-60)*x^2 + y^2/3 + z^2/9 + x^2*y/1000 - y/100; gamma > 0.999999;   HOLDS",
                "(1/3 + 1e-60)*x^2 + y^2/3 + z^2/9 + x^2*y/1000 - y/100; sharpness > 0.7;    FAILS",
            })
    void eigenvaluesMayMeet(String loss, String claim, String verdict) throws IOException {
        CheckedClaim checked =
                check(certificate(atOrigin(loss), List.of(claim))).claims().get(0);
        assertThat(checked.verdict()).isEqualTo(verdict);
        assertThat(checked.outcome()).isEqualTo(verdict.equals("UNDECIDED") ? Outcome.EMPTY : Outcome.CONFIRMED);
    }

    /** Parts that are no points: wide ones on which S is one number, and ones narrower than doubles round on which all changes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(3 + 1e-30)*x^2/2 + y^2/3 + z^2/9;                 0:1;     sharpness > 3;                                    HOLDS",
                "(3 + 1e-30)*x^2/2 + y^2/3 + z^2/9;                 0:1;     sharpness < 3;                                    FAILS",
                "3*x^2/2 + x^3 + x*y*z + y^2/3 + z^2/9 - (x + y)/7; 0:1e-30; sharpness < 3.0000000000000000000000000000070001; HOLDS",
                "3*x^2/2 + x^3 + x*y*z + y^2/3 + z^2/9 - (x + y)/7; 0:1e-30; sharpness > 2.9999999999999999999999999999999999; HOLDS",
                "3*x^2/2 + x^3 + x*y*z + y^2/3 + z^2/9 - (x + y)/7; 0:1e-30; sharpness > 3.0000000000000000000000000000000001; FAILS",
                "3*x^2/2 + x^3 + y^2/3 + z^2/9 - (x + y)/7;         0:1;     sharpness > 3.0000000000000000000000000000000001; FAILS",
                "3*x^2/2 + x^2*y + y^2/3 + z^2/9 - (x + y)/7;       0:1e-30; alpha > 0.2857142857142857142857142857;           HOLDS",
                "3*x^2/2 + x^2*y + y^2/3 + z^2/9 - (x + y)/7;       0:1e-30; beta < 4.0000000000000000000000000001;            HOLDS",
            })
    void narrowPartsAreDecidedToo(String loss, String side, String claim, String verdict) throws IOException {
        List<String> box =
                Stream.of("x", "y", "z").map(name -> name + "=" + side).toList();
        CheckedClaim checked = check(Certificates.ofBox(folder, atOrigin(loss), box, claim))
                .claims()
                .get(0);
        assertThat(checked.verdict()).isEqualTo(verdict);
        assertThat(checked.outcome()).as(checked.reason()).isEqualTo(Outcome.CONFIRMED);
    }

    /** Digits that are too few, a bound on the other side or another verdict: the checker believes none of them. */
    @Test
    void whatIsForgedNearABoundIsRejected() throws IOException {
        Value sharpness = values("near3").get(3);
        Path genuine = certificate("near3", List.of(sharpness.claim(">", "-1e-50")));
        assertThat(check(genuine).isConfirmed()).isTrue();
        Path fewer = Certificates.forged(genuine, tree -> tree.put("digits", 40));
        assertThat(check(fewer).firstObjection().orElseThrow()).contains("it is not shown where");
        Path beyond = Certificates.forged(
                genuine, tree -> ((ObjectNode) tree.at("/claims/0")).put("bound", sharpness.bound("1e-50")));
        assertThat(check(beyond).firstObjection().orElseThrow()).contains("it is not shown where");
        Path refuted = Certificates.forged(genuine, tree -> {
            ObjectNode claim = (ObjectNode) tree.at("/claims/0");
            claim.put("verdict", "FAILS").putArray("witness").add(0.25).add(6.0).add(0.5);
        });
        assertThat(check(refuted).firstObjection().orElseThrow()).contains("at the stated point it lies in");
    }

    /** Bounds that simple losses' quantities often are exactly: whatever the prover decides there, the checker confirms. */
    @Test
    void whatIsDecidedAtEqualityIsConfirmed() throws IOException {
        Random random = new Random(20261128);
        List<String> bounds = List.of("0", "1", "-0.5", "1.5", "2", "0.02", "1e-30", "-1e-30");
        for (int k = 0; k < 20; k++) {
            StringBuilder loss = new StringBuilder("x^2 - (x + y)/10");
            for (int term = 0; term < 5; term++) {
                loss.append(" + %d/4".formatted(random.nextInt(7) - 3));
                for (int degree = 2 + random.nextInt(2); degree > 0; degree--) {
                    loss.append("*").append("xyz".charAt(random.nextInt(3)));
                }
            }
            List<String> claims = new ArrayList<>();
            for (String quantity : BoxQuantity.symbols()) {
                for (int i = 0; i < 4; i++) {
                    claims.add("%s %s %s"
                            .formatted(
                                    quantity,
                                    random.nextBoolean() ? ">" : "<",
                                    bounds.get(random.nextInt(bounds.size()))));
                }
            }
            assertThat(check(certificate(atOrigin(loss.toString()), claims)).claims())
                    .as("%s: %s", loss, claims)
                    .noneMatch(claim -> claim.outcome() == Outcome.REJECTED);
        }
    }

    private static Problem atOrigin(String loss) {
        return Problems.inPlane(loss, "1", "0", "0").start("z", "0").problem();
    }

    private Path certificate(String name, List<String> claims) throws IOException {
        return certificate(ProblemReader.read(PROBLEMS.resolve(name + ".toml")).problem(), claims);
    }

    /** Of claims about the start, the only point of the box. */
    private Path certificate(Problem problem, List<String> claims) throws IOException {
        List<String> point = problem.variables().stream()
                .map(variable -> "%1$s=%2$s:%2$s"
                        .formatted(variable.name(), problem.start().get(variable.name())))
                .toList();
        return Certificates.ofBox(folder, problem, point, claims.toArray(String[]::new));
    }

    private static int digits(Path certificate) throws IOException {
        return new ObjectMapper().readTree(certificate.toFile()).get("digits").intValue();
    }

    private static RecheckResult check(Path file) {
        return Rechecker.check(file, step -> {});
    }
}
