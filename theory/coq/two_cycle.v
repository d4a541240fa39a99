From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (alpha beta eta : R), 0 < alpha -> 0 < beta -> 0 < eta -> (- (1 + eta * 0)) * sqrt (2 * alpha / beta) = - sqrt (2 * alpha / beta).
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  change ((- (1 + eta * 0)) * sqrt (2 * alpha / beta) = - sqrt (2 * alpha / beta)).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta eta : R), 0 < alpha -> 0 < beta -> 0 < eta -> (- (1 + eta * 0)) * sqrt (2 * alpha / beta) = - sqrt (2 * alpha / beta)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (alpha beta eta y : R), 0 < alpha -> 0 < beta -> 0 < eta -> y + eta * (alpha - beta * (sqrt (2 * alpha / beta)) ^ 2 / 2) = y.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  change (y + eta * (alpha - beta * (sqrt (2 * alpha / beta)) ^ 2 / 2) = y).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta eta y : R), 0 < alpha -> 0 < beta -> 0 < eta -> y + eta * (alpha - beta * (sqrt (2 * alpha / beta)) ^ 2 / 2) = y).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition F (X Y epsilon : R) : R :=
  X + epsilon * X * Y.

Definition G (X Y epsilon : R) : R :=
  Y + epsilon * (1 - X ^ 2).

Definition F_X (Y epsilon : R) : R :=
  1 + epsilon * Y.

Lemma F_X_derivative : forall (X Y epsilon : R), is_derive (fun X => F X Y epsilon) X (F_X Y epsilon).
Proof.
  intros.
  change (is_derive (fun X => X + epsilon * X * Y) X (1 + epsilon * Y)).
  derivative.
Qed.

Definition G_Y : R :=
  1.

Lemma G_Y_derivative : forall (X Y epsilon : R), is_derive (fun Y => G X Y epsilon) Y (G_Y).
Proof.
  intros.
  change (is_derive (fun Y => Y + epsilon * (1 - X ^ 2)) Y (1)).
  derivative.
Qed.

Definition F_Y (X epsilon : R) : R :=
  epsilon * X.

Lemma F_Y_derivative : forall (X Y epsilon : R), is_derive (fun Y => F X Y epsilon) Y (F_Y X epsilon).
Proof.
  intros.
  change (is_derive (fun Y => X + epsilon * X * Y) Y (epsilon * X)).
  derivative.
Qed.

Definition G_X (X epsilon : R) : R :=
  epsilon * (- (2 * X)).

Lemma G_X_derivative : forall (X Y epsilon : R), is_derive (fun X => G X Y epsilon) X (G_X X epsilon).
Proof.
  intros.
  change (is_derive (fun X => Y + epsilon * (1 - X ^ 2)) X (epsilon * (- (2 * X)))).
  derivative.
Qed.

Lemma equation : forall (epsilon : R), F_X 0 epsilon * G_Y - F_Y 1 epsilon * G_X 1 epsilon = 1 + 2 * epsilon ^ 2.
Proof.
  intros.
  change ((1 + epsilon * 0) * 1 - epsilon * 1 * (epsilon * (- (2 * 1))) = 1 + 2 * epsilon ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y epsilon : R), is_derive (fun X => F X Y epsilon) X (F_X Y epsilon))
  /\ (forall (X Y epsilon : R), is_derive (fun Y => G X Y epsilon) Y (G_Y))
  /\ (forall (X Y epsilon : R), is_derive (fun Y => F X Y epsilon) Y (F_Y X epsilon))
  /\ (forall (X Y epsilon : R), is_derive (fun X => G X Y epsilon) X (G_X X epsilon))
  /\ (forall (epsilon : R), F_X 0 epsilon * G_Y - F_Y 1 epsilon * G_X 1 epsilon = 1 + 2 * epsilon ^ 2).

Theorem proved : claims.
Proof. exact (conj F_X_derivative (conj G_Y_derivative (conj F_Y_derivative (conj G_X_derivative equation)))). Qed.

End Equation3.

Theorem two_cycle : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions two_cycle.
