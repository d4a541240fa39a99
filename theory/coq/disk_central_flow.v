From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (phi epsilon : R), 0 < epsilon -> (cos phi) ^ 2 + (sin phi) ^ 2 <> 0 -> (- 2) * ((- epsilon) * cos phi + 0 * sin phi) / ((cos phi) ^ 2 + (sin phi) ^ 2) = 2 * epsilon * cos phi.
Proof.
  intros.
  change ((- 2) * ((- epsilon) * cos phi + 0 * sin phi) / ((cos phi) ^ 2 + (sin phi) ^ 2) = 2 * epsilon * cos phi).
  assert (Q0 : sin (phi) ^ 2 = 1 - cos (phi) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (phi epsilon : R), 0 < epsilon -> (cos phi) ^ 2 + (sin phi) ^ 2 <> 0 -> (- 2) * ((- epsilon) * cos phi + 0 * sin phi) / ((cos phi) ^ 2 + (sin phi) ^ 2) = 2 * epsilon * cos phi).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition variance (phi epsilon : R) : R :=
  2 * epsilon * cos phi.

Lemma equation : forall (phi epsilon eta R_ : R), 0 < epsilon -> 0 < eta -> 0 < R_ -> ((- eta) * (- epsilon + variance phi epsilon / 2 * cos phi) * (- sin phi) - eta * (variance phi epsilon / 2 * sin phi) * cos phi) / R_ = (- (eta * epsilon / R_)) * sin phi.
Proof.
  intros.
  try assert (P0 : R_ <> 0) by (nonzero).
  change (((- eta) * (- epsilon + 2 * epsilon * cos phi / 2 * cos phi) * (- sin phi) - eta * (2 * epsilon * cos phi / 2 * sin phi) * cos phi) / R_ = (- (eta * epsilon / R_)) * sin phi).
  assert (Q0 : sin (phi) ^ 2 = 1 - cos (phi) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (phi epsilon eta R_ : R), 0 < epsilon -> 0 < eta -> 0 < R_ -> ((- eta) * (- epsilon + variance phi epsilon / 2 * cos phi) * (- sin phi) - eta * (variance phi epsilon / 2 * sin phi) * cos phi) / R_ = (- (eta * epsilon / R_)) * sin phi).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition T (t T0 epsilon eta R_ : R) : R :=
  T0 * exp ((- eta) * epsilon * t / R_).

Definition T_t (t T0 epsilon eta R_ : R) : R :=
  T0 * (exp ((- eta) * epsilon * t / R_) * ((- eta) * epsilon / R_)).

Lemma T_t_derivative : forall (t T0 epsilon eta R_ : R), 0 < T0 -> 0 < epsilon -> 0 < eta -> 0 < R_ -> is_derive (fun t => T t T0 epsilon eta R_) t (T_t t T0 epsilon eta R_).
Proof.
  intros.
  try assert (P0 : R_ <> 0) by (nonzero).
  change (is_derive (fun t => T0 * exp ((- eta) * epsilon * t / R_)) t (T0 * (exp ((- eta) * epsilon * t / R_) * ((- eta) * epsilon / R_)))).
  derivative.
Qed.

Lemma equation : forall (t T0 epsilon eta R_ : R), 0 < T0 -> 0 < epsilon -> 0 < eta -> 0 < R_ -> 2 * T_t t T0 epsilon eta R_ / (1 + (T t T0 epsilon eta R_) ^ 2) = (- (eta * epsilon / R_)) * 2 * T t T0 epsilon eta R_ / (1 + (T t T0 epsilon eta R_) ^ 2).
Proof.
  intros.
  try assert (P0 : R_ <> 0) by (nonzero).
  try assert (P1 : 1 + (T0 * exp ((- eta) * epsilon * t / R_)) ^ 2 <> 0) by (replace (1 + (T0 * exp ((- eta) * epsilon * t / R_)) ^ 2) with (1 + T0 ^ 2 * (exp ((- 1) * (epsilon * eta * t / R_))) ^ 2) by (field; conditions); nonzero).
  change (2 * (T0 * (exp ((- eta) * epsilon * t / R_) * ((- eta) * epsilon / R_))) / (1 + (T0 * exp ((- eta) * epsilon * t / R_)) ^ 2) = (- (eta * epsilon / R_)) * 2 * (T0 * exp ((- eta) * epsilon * t / R_)) / (1 + (T0 * exp ((- eta) * epsilon * t / R_)) ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (t T0 epsilon eta R_ : R), 0 < T0 -> 0 < epsilon -> 0 < eta -> 0 < R_ -> is_derive (fun t => T t T0 epsilon eta R_) t (T_t t T0 epsilon eta R_))
  /\ (forall (t T0 epsilon eta R_ : R), 0 < T0 -> 0 < epsilon -> 0 < eta -> 0 < R_ -> 2 * T_t t T0 epsilon eta R_ / (1 + (T t T0 epsilon eta R_) ^ 2) = (- (eta * epsilon / R_)) * 2 * T t T0 epsilon eta R_ / (1 + (T t T0 epsilon eta R_) ^ 2)).

Theorem proved : claims.
Proof. exact (conj T_t_derivative equation). Qed.

End Equation3.

Theorem disk_central_flow : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions disk_central_flow.
