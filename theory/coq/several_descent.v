From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition p1 (a1 b1 c1 S11 S12 S22 : R) : R :=
  S11 * a1 + 2 * S12 * b1 + S22 * c1.

Definition p2 (a2 b2 c2 S11 S12 S22 : R) : R :=
  S11 * a2 + 2 * S12 * b2 + S22 * c2.

Definition R11 (l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 : R) : R :=
  - (l1 * a1 + l2 * a2) - (a1 * p1 a1 b1 c1 S11 S12 S22 + a2 * p2 a2 b2 c2 S11 S12 S22) / 2.

Definition R12 (l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 : R) : R :=
  - (l1 * b1 + l2 * b2) - (b1 * p1 a1 b1 c1 S11 S12 S22 + b2 * p2 a2 b2 c2 S11 S12 S22) / 2.

Definition R22 (l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 : R) : R :=
  - (l1 * c1 + l2 * c2) - (c1 * p1 a1 b1 c1 S11 S12 S22 + c2 * p2 a2 b2 c2 S11 S12 S22) / 2.

Lemma equation : forall (l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 : R), (l1 + p1 a1 b1 c1 S11 S12 S22 / 2) * p1 a1 b1 c1 S11 S12 S22 + (l2 + p2 a2 b2 c2 S11 S12 S22 / 2) * p2 a2 b2 c2 S11 S12 S22 = - (S11 * R11 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 + 2 * S12 * R12 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 + S22 * R22 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22).
Proof.
  intros.
  change ((l1 + (S11 * a1 + 2 * S12 * b1 + S22 * c1) / 2) * (S11 * a1 + 2 * S12 * b1 + S22 * c1) + (l2 + (S11 * a2 + 2 * S12 * b2 + S22 * c2) / 2) * (S11 * a2 + 2 * S12 * b2 + S22 * c2) = - (S11 * (- (l1 * a1 + l2 * a2) - (a1 * (S11 * a1 + 2 * S12 * b1 + S22 * c1) + a2 * (S11 * a2 + 2 * S12 * b2 + S22 * c2)) / 2) + 2 * S12 * (- (l1 * b1 + l2 * b2) - (b1 * (S11 * a1 + 2 * S12 * b1 + S22 * c1) + b2 * (S11 * a2 + 2 * S12 * b2 + S22 * c2)) / 2) + S22 * (- (l1 * c1 + l2 * c2) - (c1 * (S11 * a1 + 2 * S12 * b1 + S22 * c1) + c2 * (S11 * a2 + 2 * S12 * b2 + S22 * c2)) / 2))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 : R), (l1 + p1 a1 b1 c1 S11 S12 S22 / 2) * p1 a1 b1 c1 S11 S12 S22 + (l2 + p2 a2 b2 c2 S11 S12 S22 / 2) * p2 a2 b2 c2 S11 S12 S22 = - (S11 * R11 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 + 2 * S12 * R12 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22 + S22 * R22 l1 l2 a1 a2 b1 b2 c1 c2 S11 S12 S22)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (w1 w2 k : R), (w1 + k * w2 / 2) * w1 + (w2 - k * w1 / 2) * w2 = w1 ^ 2 + w2 ^ 2.
Proof.
  intros.
  change ((w1 + k * w2 / 2) * w1 + (w2 - k * w1 / 2) * w2 = w1 ^ 2 + w2 ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (w1 w2 k : R), (w1 + k * w2 / 2) * w1 + (w2 - k * w1 / 2) * w2 = w1 ^ 2 + w2 ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem several_descent : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions several_descent.
