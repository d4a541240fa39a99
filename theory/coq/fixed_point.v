From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : 1 * 0 = 0.
Proof.
  intros.
  change (1 * 0 = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (1 * 0 = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (X : R), 1 - X ^ 2 = (1 - X) * (1 + X).
Proof.
  intros.
  change (1 - X ^ 2 = (1 - X) * (1 + X)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X : R), 1 - X ^ 2 = (1 - X) * (1 + X)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem fixed_point : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions fixed_point.
