From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition k (s1 s2 s3 u1 u2 u3 : R) : R :=
  s1 * u1 + s2 * u2 + s3 * u3.

Lemma equation : forall (l1 l2 l3 s1 s2 s3 u1 u2 u3 : R), - (l1 * (s1 - k s1 s2 s3 u1 u2 u3 * u1) + l2 * (s2 - k s1 s2 s3 u1 u2 u3 * u2) + l3 * (s3 - k s1 s2 s3 u1 u2 u3 * u3)) = - (l1 * s1 + l2 * s2 + l3 * s3) + (l1 * u1 + l2 * u2 + l3 * u3) * k s1 s2 s3 u1 u2 u3.
Proof.
  intros.
  change (- (l1 * (s1 - (s1 * u1 + s2 * u2 + s3 * u3) * u1) + l2 * (s2 - (s1 * u1 + s2 * u2 + s3 * u3) * u2) + l3 * (s3 - (s1 * u1 + s2 * u2 + s3 * u3) * u3)) = - (l1 * s1 + l2 * s2 + l3 * s3) + (l1 * u1 + l2 * u2 + l3 * u3) * (s1 * u1 + s2 * u2 + s3 * u3)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 l3 s1 s2 s3 u1 u2 u3 : R), - (l1 * (s1 - k s1 s2 s3 u1 u2 u3 * u1) + l2 * (s2 - k s1 s2 s3 u1 u2 u3 * u2) + l3 * (s3 - k s1 s2 s3 u1 u2 u3 * u3)) = - (l1 * s1 + l2 * s2 + l3 * s3) + (l1 * u1 + l2 * u2 + l3 * u3) * k s1 s2 s3 u1 u2 u3).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition l1 (l2 l3 u1 u2 u3 : R) : R :=
  (- (l2 * u2 + l3 * u3)) / u1.

Definition k (s1 s2 s3 u1 u2 u3 : R) : R :=
  s1 * u1 + s2 * u2 + s3 * u3.

Lemma equation : forall (l2 l3 s1 s2 s3 u1 u2 u3 : R), u1 <> 0 -> - (l1 l2 l3 u1 u2 u3 * (s1 - k s1 s2 s3 u1 u2 u3 * u1) + l2 * (s2 - k s1 s2 s3 u1 u2 u3 * u2) + l3 * (s3 - k s1 s2 s3 u1 u2 u3 * u3)) = - (l1 l2 l3 u1 u2 u3 * s1 + l2 * s2 + l3 * s3).
Proof.
  intros.
  change (- ((- (l2 * u2 + l3 * u3)) / u1 * (s1 - (s1 * u1 + s2 * u2 + s3 * u3) * u1) + l2 * (s2 - (s1 * u1 + s2 * u2 + s3 * u3) * u2) + l3 * (s3 - (s1 * u1 + s2 * u2 + s3 * u3) * u3)) = - ((- (l2 * u2 + l3 * u3)) / u1 * s1 + l2 * s2 + l3 * s3)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l2 l3 s1 s2 s3 u1 u2 u3 : R), u1 <> 0 -> - (l1 l2 l3 u1 u2 u3 * (s1 - k s1 s2 s3 u1 u2 u3 * u1) + l2 * (s2 - k s1 s2 s3 u1 u2 u3 * u2) + l3 * (s3 - k s1 s2 s3 u1 u2 u3 * u3)) = - (l1 l2 l3 u1 u2 u3 * s1 + l2 * s2 + l3 * s3)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition L_z (x alpha beta : R) : R :=
  sqrt beta * x ^ 2 / 2 - alpha / sqrt beta.

Lemma L_z_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) z (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta)).
  derivative.
Qed.

Definition L_x (x z eta beta : R) : R :=
  (2 / eta + sqrt beta * z) * (2 * x) / 2.

Lemma L_x_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z) x ((2 / eta + sqrt beta * z) * (2 * x) / 2)).
  derivative.
Qed.

Definition L_x_x (z eta beta : R) : R :=
  (2 / eta + sqrt beta * z) * 2 / 2.

Lemma L_x_x_derivative : forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta) x (L_x_x z eta beta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => (2 / eta + sqrt beta * z) * (2 * x) / 2) x ((2 / eta + sqrt beta * z) * 2 / 2)).
  derivative.
Qed.

Lemma equation : forall (z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> L_x_x (z - eta * L_z 0 alpha beta) eta beta - L_x_x z eta beta = eta * alpha.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  try assert (P2 : 0 < beta) by (pos).
  change ((2 / eta + sqrt beta * (z - eta * (sqrt beta * 0 ^ 2 / 2 - alpha / sqrt beta))) * 2 / 2 - (2 / eta + sqrt beta * z) * 2 / 2 = eta * alpha).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun z => L x z eta alpha beta) z (L_z x alpha beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L x z eta alpha beta) x (L_x x z eta beta))
  /\ (forall (x z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> is_derive (fun x => L_x x z eta beta) x (L_x_x z eta beta))
  /\ (forall (z eta alpha beta : R), 0 < eta -> 0 < alpha -> 0 < beta -> L_x_x (z - eta * L_z 0 alpha beta) eta beta - L_x_x z eta beta = eta * alpha).

Theorem proved : claims.
Proof. exact (conj L_z_derivative (conj L_x_derivative (conj L_x_x_derivative equation))). Qed.

End Equation3.

Theorem progressive_sharpening : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions progressive_sharpening.
