From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (eta b S x0 x1 y : R), y + eta / 2 * b * (S - x0 ^ 2) + eta / 2 * b * (S - x1 ^ 2) - y = (- eta) * 2 / 2 * b * ((x0 ^ 2 + x1 ^ 2) / 2 - S).
Proof.
  intros.
  change (y + eta / 2 * b * (S - x0 ^ 2) + eta / 2 * b * (S - x1 ^ 2) - y = (- eta) * 2 / 2 * b * ((x0 ^ 2 + x1 ^ 2) / 2 - S)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta b S x0 x1 y : R), y + eta / 2 * b * (S - x0 ^ 2) + eta / 2 * b * (S - x1 ^ 2) - y = (- eta) * 2 / 2 * b * ((x0 ^ 2 + x1 ^ 2) / 2 - S)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (eta b S x0 x1 z0 z1 y : R), y + eta / 2 * b * (S - x0 * z0) + eta / 2 * b * (S - x1 * z1) - y = (- eta) * 2 / 2 * b * ((x0 * z0 + x1 * z1) / 2 - S).
Proof.
  intros.
  change (y + eta / 2 * b * (S - x0 * z0) + eta / 2 * b * (S - x1 * z1) - y = (- eta) * 2 / 2 * b * ((x0 * z0 + x1 * z1) / 2 - S)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta b S x0 x1 z0 z1 y : R), y + eta / 2 * b * (S - x0 * z0) + eta / 2 * b * (S - x1 * z1) - y = (- eta) * 2 / 2 * b * ((x0 * z0 + x1 * z1) / 2 - S)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem several_averages : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions several_averages.
