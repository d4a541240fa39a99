package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.vocabulary.SelfstabException;

/** What the library proves of zeros, on x^2 = 2 near 7/5: with Y = 5/14, I - Y F' is 1 - 5x/7, at most 1/10 where x is within 7/50. */
class LibraryTest {

    @TempDir
    private Path folder;

    private static String root(String square, String norm) {
        return CoqFile.HEADER.replace("Reals Lra", "Reals Lra Lia")
                + """
                From Interval Require Import Tactic.
                Definition F (x : nat -> R) (i : nat) : R := x 0%nat ^ 2 - SQUARE.
                Definition dF (k j : nat) (x : nat -> R) : R := 2 * x 0%nat.
                Theorem root : exists x, within 1 x (fun _ => 7 / 5) (7 / 50) /\\ (forall i, (i < 1)%nat -> F x i = 0)
                  /\\ forall y, within 1 y (fun _ => 7 / 5) (7 / 50) -> (forall i, (i < 1)%nat -> F y i = 0)
                  -> forall i, (i < 1)%nat -> y i = x i.
                Proof.
                  assert (0 <= NORM < 1) by lra.
                  apply (exactly_one_zero_by_norm 1 F dF (fun _ _ => 5 / 14) (fun _ _ => NORM) _ _ NORM); try lra.
                  - intros x y E i I. unfold F. rewrite (E 0%nat) by lia. reflexivity.
                  - intros x i j W I J. replace j with 0%nat by lia. unfold F, dF, with_coordinate. simpl Nat.eqb. cbv iota.
                    auto_derive; [exact Logic.I | ring].
                  - intros x i j W I J. replace i with 0%nat by lia. replace j with 0%nat by lia. unfold dF, kronecker.
                    simpl. specialize (W 0%nat (le_n 1)). apply Rabs_le_between in W. apply Rabs_le_between. lra.
                  - intros i I. simpl. lra.
                  - intros i I. unfold F. simpl. apply Rabs_le_between. lra.
                  - intros v V i I. replace i with 0%nat by lia. specialize (V 0%nat (le_n 1)). simpl in V. lra.
                Qed.
                Print Assumptions root.
                """.replace("SQUARE", square).replace("NORM", norm);
    }

    @Test
    void aProgramWithoutItsLibrarySaysSo() {
        assertThatThrownBy(() -> Coqc.libraryText("absent"))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("no /coq/absent.v");
    }

    private void assertRefused(String module, String text) throws IOException {
        Coqc.Outcome outcome = Proofs.compiled(folder, module, text);
        assertThat(outcome.accepted()).as(module).isFalse();
        Proofs.assertRefused(module, outcome.reason(), "root");
    }

    /** A norm below the value is refused, and a square whose root is elsewhere. */
    @Tag("long")
    @Test
    void whereTheNormIsBelowOneThereIsExactlyOneZero() throws IOException {
        Proofs.require();
        Proofs.COQC.library(folder);
        Coqc.Outcome root = Proofs.compiled(folder, "root", root("2", "(1 / 10)"));
        assertThat(root.reason()).isEmpty();
        assertThat(root.restsOnRealsAlone()).isTrue();
        assertRefused("norm", root("2", "(1 / 11)"));
        assertRefused("elsewhere", root("3", "(1 / 10)"));
        assertRefused("above_one", root("2", "2"));
    }
}
