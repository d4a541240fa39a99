From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (X Y : R), (X + (- 1)) * (1 - X ^ 2) - Y * (X * Y) = - ((X + (- 1)) ^ 2 * (X + 1) + X * Y ^ 2).
Proof.
  intros.
  change ((X + (- 1)) * (1 - X ^ 2) - Y * (X * Y) = - ((X + (- 1)) ^ 2 * (X + 1) + X * Y ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), (X + (- 1)) * (1 - X ^ 2) - Y * (X * Y) = - ((X + (- 1)) ^ 2 * (X + 1) + X * Y ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Theorem four_stages : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions four_stages.
