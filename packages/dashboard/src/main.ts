import { mount } from 'svelte';
import './app.css';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { theme } from '$lib/theme.svelte.ts';
import App from './app/App.svelte';

theme.apply();
document.documentElement.lang = i18n.language;

const target = document.getElementById('app');
if (target) mount(App, { target });
