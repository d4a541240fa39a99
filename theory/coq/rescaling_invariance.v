From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition f1 (x z eta alpha beta c : R) : R :=
  c * L x z eta alpha beta.

Definition f1_z (x alpha beta c : R) : R :=
  c * (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta).

Lemma f1_z_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f1 x z eta alpha beta c) z (f1_z x alpha beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => c * ((2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z)) z (c * (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta))).
  derivative.
Qed.

Definition f2 (x z eta alpha beta c : R) : R :=
  c * L x z eta alpha beta.

Definition f2_x (x z eta beta c : R) : R :=
  c * ((2 / eta + sqrt beta * z) * (2 * x) / 2).

Lemma f2_x_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2 x z eta alpha beta c) x (f2_x x z eta beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => c * ((2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z)) x (c * ((2 / eta + sqrt beta * z) * (2 * x) / 2))).
  derivative.
Qed.

Definition f2_x_x (z eta beta c : R) : R :=
  c * ((2 / eta + sqrt beta * z) * 2 / 2).

Lemma f2_x_x_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2_x x z eta beta c) x (f2_x_x z eta beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => c * ((2 / eta + sqrt beta * z) * (2 * x) / 2)) x (c * ((2 / eta + sqrt beta * z) * 2 / 2))).
  derivative.
Qed.

Definition f2_x_x_z (beta c : R) : R :=
  c * (sqrt beta * 2 / 2).

Lemma f2_x_x_z_derivative : forall (z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f2_x_x z eta beta c) z (f2_x_x_z beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => c * ((2 / eta + sqrt beta * z) * 2 / 2)) z (c * (sqrt beta * 2 / 2))).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> (- (eta / c) ^ 2) * (f1_z 0 alpha beta c * f2_x_x_z beta c) = eta ^ 2 * alpha.
Proof.
  intros.
  try assert (P0 : c <> 0) by (nonzero).
  try assert (P1 : 0 <= beta) by (nonneg).
  try assert (P2 : 0 < beta) by (pos).
  change ((- (eta / c) ^ 2) * (c * (sqrt beta * 0 ^ 2 / 2 - alpha / sqrt beta) * (c * (sqrt beta * 2 / 2))) = eta ^ 2 * alpha).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f1 x z eta alpha beta c) z (f1_z x alpha beta c))
  /\ (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2 x z eta alpha beta c) x (f2_x x z eta beta c))
  /\ (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2_x x z eta beta c) x (f2_x_x z eta beta c))
  /\ (forall (z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f2_x_x z eta beta c) z (f2_x_x_z beta c))
  /\ (forall (eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> (- (eta / c) ^ 2) * (f1_z 0 alpha beta c * f2_x_x_z beta c) = eta ^ 2 * alpha).

Theorem proved : claims.
Proof. exact (conj f1_z_derivative (conj f2_x_derivative (conj f2_x_x_derivative (conj f2_x_x_z_derivative equation)))). Qed.

End Equation1.

Module Equation2.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition f1 (x z eta alpha beta c : R) : R :=
  c * L x z eta alpha beta.

Definition f1_z (x alpha beta c : R) : R :=
  c * (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta).

Lemma f1_z_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f1 x z eta alpha beta c) z (f1_z x alpha beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => c * ((2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z)) z (c * (sqrt beta * x ^ 2 / 2 - alpha / sqrt beta))).
  derivative.
Qed.

Definition f2 (x z eta alpha beta c : R) : R :=
  c * L x z eta alpha beta.

Definition f2_x (x z eta beta c : R) : R :=
  c * ((2 / eta + sqrt beta * z) * (2 * x) / 2).

Lemma f2_x_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2 x z eta alpha beta c) x (f2_x x z eta beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => c * ((2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z)) x (c * ((2 / eta + sqrt beta * z) * (2 * x) / 2))).
  derivative.
Qed.

Definition f2_x_x (z eta beta c : R) : R :=
  c * ((2 / eta + sqrt beta * z) * 2 / 2).

Lemma f2_x_x_derivative : forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2_x x z eta beta c) x (f2_x_x z eta beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun x => c * ((2 / eta + sqrt beta * z) * (2 * x) / 2)) x (c * ((2 / eta + sqrt beta * z) * 2 / 2))).
  derivative.
Qed.

Definition f2_x_x_z (beta c : R) : R :=
  c * (sqrt beta * 2 / 2).

Lemma f2_x_x_z_derivative : forall (z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f2_x_x z eta beta c) z (f2_x_x_z beta c).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  change (is_derive (fun z => c * ((2 / eta + sqrt beta * z) * 2 / 2)) z (c * (sqrt beta * 2 / 2))).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> (- 2) * (f1_z 0 alpha beta c / f2_x_x_z beta c) = 2 * alpha / beta.
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : 0 < beta) by (pos).
  try assert (P2 : c <> 0) by (nonzero).
  try assert (P3 : beta <> 0) by (nonzero).
  change ((- 2) * (c * (sqrt beta * 0 ^ 2 / 2 - alpha / sqrt beta) / (c * (sqrt beta * 2 / 2))) = 2 * alpha / beta).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f1 x z eta alpha beta c) z (f1_z x alpha beta c))
  /\ (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2 x z eta alpha beta c) x (f2_x x z eta beta c))
  /\ (forall (x z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun x => f2_x x z eta beta c) x (f2_x_x z eta beta c))
  /\ (forall (z eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> is_derive (fun z => f2_x_x z eta beta c) z (f2_x_x_z beta c))
  /\ (forall (eta alpha beta c : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < c -> (- 2) * (f1_z 0 alpha beta c / f2_x_x_z beta c) = 2 * alpha / beta).

Theorem proved : claims.
Proof. exact (conj f1_z_derivative (conj f2_x_derivative (conj f2_x_x_derivative (conj f2_x_x_z_derivative equation)))). Qed.

End Equation2.

Module Equation3.

Definition L (x z eta alpha beta : R) : R :=
  (2 / eta + sqrt beta * z) * x ^ 2 / 2 - alpha / sqrt beta * z.

Definition M (x z eta alpha beta r : R) : R :=
  L (x / r) (z / r) eta alpha beta.

Definition M_z (x alpha beta r : R) : R :=
  sqrt beta / r * (x / r) ^ 2 / 2 - alpha / sqrt beta / r.

Lemma M_z_derivative : forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun z => M x z eta alpha beta r) z (M_z x alpha beta r).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  try assert (P2 : r <> 0) by (nonzero).
  change (is_derive (fun z => (2 / eta + sqrt beta * (z / r)) * (x / r) ^ 2 / 2 - alpha / sqrt beta * (z / r)) z (sqrt beta / r * (x / r) ^ 2 / 2 - alpha / sqrt beta / r)).
  derivative.
Qed.

Definition M_x (x z eta beta r : R) : R :=
  (2 / eta + sqrt beta * (z / r)) * (2 * (x / r) / r) / 2.

Lemma M_x_derivative : forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun x => M x z eta alpha beta r) x (M_x x z eta beta r).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  try assert (P2 : r <> 0) by (nonzero).
  change (is_derive (fun x => (2 / eta + sqrt beta * (z / r)) * (x / r) ^ 2 / 2 - alpha / sqrt beta * (z / r)) x ((2 / eta + sqrt beta * (z / r)) * (2 * (x / r) / r) / 2)).
  derivative.
Qed.

Definition M_x_x (z eta beta r : R) : R :=
  (2 / eta + sqrt beta * (z / r)) * (2 / r / r) / 2.

Lemma M_x_x_derivative : forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun x => M_x x z eta beta r) x (M_x_x z eta beta r).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  try assert (P2 : r <> 0) by (nonzero).
  change (is_derive (fun x => (2 / eta + sqrt beta * (z / r)) * (2 * (x / r) / r) / 2) x ((2 / eta + sqrt beta * (z / r)) * (2 / r / r) / 2)).
  derivative.
Qed.

Definition M_x_x_z (beta r : R) : R :=
  sqrt beta / r * (2 / r / r) / 2.

Lemma M_x_x_z_derivative : forall (z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun z => M_x_x z eta beta r) z (M_x_x_z beta r).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 0 < beta) by (pos).
  try assert (P2 : r <> 0) by (nonzero).
  change (is_derive (fun z => (2 / eta + sqrt beta * (z / r)) * (2 / r / r) / 2) z (sqrt beta / r * (2 / r / r) / 2)).
  derivative.
Qed.

Lemma equation : forall (eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> (- 2) * (M_z 0 alpha beta r / M_x_x_z beta r) = r ^ 2 * 2 * alpha / beta.
Proof.
  intros.
  try assert (P0 : 0 <= beta) by (nonneg).
  try assert (P1 : r <> 0) by (nonzero).
  try assert (P2 : 0 < beta) by (pos).
  try assert (P3 : beta <> 0) by (nonzero).
  change ((- 2) * ((sqrt beta / r * (0 / r) ^ 2 / 2 - alpha / sqrt beta / r) / (sqrt beta / r * (2 / r / r) / 2)) = r ^ 2 * 2 * alpha / beta).
  assert (Q0 : (sqrt beta) ^ 2 = beta) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun z => M x z eta alpha beta r) z (M_z x alpha beta r))
  /\ (forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun x => M x z eta alpha beta r) x (M_x x z eta beta r))
  /\ (forall (x z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun x => M_x x z eta beta r) x (M_x_x z eta beta r))
  /\ (forall (z eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> is_derive (fun z => M_x_x z eta beta r) z (M_x_x_z beta r))
  /\ (forall (eta alpha beta r : R), 0 < eta -> 0 < alpha -> 0 < beta -> 0 < r -> (- 2) * (M_z 0 alpha beta r / M_x_x_z beta r) = r ^ 2 * 2 * alpha / beta).

Theorem proved : claims.
Proof. exact (conj M_z_derivative (conj M_x_derivative (conj M_x_x_derivative (conj M_x_x_z_derivative equation)))). Qed.

End Equation3.

Theorem rescaling_invariance : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions rescaling_invariance.
